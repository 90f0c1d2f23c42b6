import type { MembershipDto } from '@mozhou/contracts/memberships/answers'

export interface Period {
  startsAt: Date
  endsAt: Date
}

/** Membership at one moment: inside a period, until the end of the unbroken chain of periods that follow it. */
export function membershipAt(periods: readonly Period[], now: Date): MembershipDto {
  let end: Date | null = null
  for (const period of periods.toSorted((left, right) => left.startsAt.getTime() - right.startsAt.getTime())) {
    const isNext = period.startsAt <= (end ?? now)
    if (isNext && period.endsAt > (end ?? now)) end = period.endsAt
  }
  return { isMember: end !== null, endsAt: end?.toISOString() ?? null }
}
