import type { MembershipDto } from '@mozhou/contracts/memberships/answers'
import type { PlanBenefits } from '@mozhou/contracts/memberships/benefits'
import { areSameBenefits } from './benefit-rules.ts'

export interface Period {
  startsAt: Date
  endsAt: Date
  /** Frozen when it was opened. */
  benefits: PlanBenefits
}

const inOrder = (periods: readonly Period[]) =>
  periods.toSorted((left, right) => left.startsAt.getTime() - right.startsAt.getTime())

/** Membership at one moment: inside a period, whose benefits hold, until the end of the unbroken chain of periods that follow it. */
export function membershipAt(periods: readonly Period[], now: Date): MembershipDto {
  const chain = chainAt(periods, now)
  return {
    isMember: chain.length > 0,
    endsAt: chain.at(-1)?.endsAt.toISOString() ?? null,
    benefits: chain[0]?.benefits ?? null,
  }
}

/** From the period under way on, those that follow one another without a gap. */
function chainAt(periods: readonly Period[], now: Date): Period[] {
  const chain: Period[] = []
  for (const period of inOrder(periods)) {
    const end = chain.at(-1)?.endsAt ?? now
    if (period.startsAt <= end && period.endsAt > end) chain.push(period)
  }
  return chain
}

/** The chain as stretches of the same benefits: what holds now, and what will hold from when on. */
export function stretchesAt(periods: readonly Period[], now: Date): Period[] {
  const stretches: Period[] = []
  for (const period of chainAt(periods, now)) {
    const last = stretches.at(-1)
    if (last !== undefined && areSameBenefits(last.benefits, period.benefits)) last.endsAt = period.endsAt
    else stretches.push({ ...period })
  }
  return stretches
}
