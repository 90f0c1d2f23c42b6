import type { FeatureAccessDto } from '@mozhou/contracts/features/answers'
import type { Flag } from './read-flags.ts'

/** What a flag says to somebody who is a member, or is not. */
export function accessTo(flag: Flag | undefined, isMember: boolean): FeatureAccessDto {
  if (flag === undefined || flag.state === 'off') return { access: 'off', membersSince: null }
  if (flag.state === 'everybody') return { access: 'open', membersSince: null }
  return { access: isMember ? 'open' : 'members_first', membersSince: flag.since.toISOString() }
}
