import type { FeatureAccessDto } from '@mozhou/contracts/features/answers'
import type { Flag } from './read-flags.ts'

/** What a flag says to somebody who has what members have first, or has not. */
export function accessTo(flag: Flag | undefined, isEarly: boolean): FeatureAccessDto {
  if (flag === undefined || flag.state === 'off') return { access: 'off', membersSince: null }
  if (flag.state === 'everybody') return { access: 'open', membersSince: null }
  return { access: isEarly ? 'open' : 'members_first', membersSince: flag.since.toISOString() }
}
