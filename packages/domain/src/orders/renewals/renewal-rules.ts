import type { RenewalEndReason, RenewalOutcome } from '@mozhou/contracts/renewals/kinds'
import { dayOf, dayStart } from '../../shanghai-day.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** 令37 art. 18 asked for five days (read 2026-11); 令101 and the rules of December 2025 are satisfied by it. */
export const announcedDays = 5
const mostTries = 3
/** The channel takes money on its day and the five before it. */
const windowDays = 5
/** How far ahead anything about a renewal is looked at. */
export const lookAheadDays = 10
/** An agreement may have been ended in the channel's own app. */
const staleMs = 12 * hourMs
const staleForChargeMs = 15 * minuteMs
const sendAgainMs = 5 * minuteMs

const later = (at: Date, ms: number) => new Date(at.getTime() + ms)
const earliest = (one: Date, other: Date) => (one < other ? one : other)
const latest = (one: Date, other: Date) => (one > other ? one : other)

/** The day up to which a charge for this end is agreed: the one before it, or the 28th where months may lack it. */
export function agreedDay(endsAt: Date): string {
  const day = dayOf(later(endsAt, -dayMs))
  return Number(day.slice(8)) <= 28 ? day : `${day.slice(0, 8)}28`
}

/** When a charge may be tried: a day apart, inside the channel's window, the last one a day before the end. */
export function tryTimes(endsAt: Date, nextDay: string): Date[] {
  const last = earliest(later(endsAt, -dayMs), later(dayStart(nextDay, 1), -2 * hourMs))
  const times = Array.from({ length: mostTries }, (_, index) => later(last, (index + 1 - mostTries) * dayMs))
  return times.filter((at) => at >= dayStart(nextDay, -windowDays))
}

/** After this nothing is taken. */
export const chargeDeadline = (endsAt: Date, nextDay: string) => earliest(endsAt, dayStart(nextDay, 1))

/** Whether there is time left to announce a charge for this end. */
export function isInTime(endsAt: Date, now: Date): boolean {
  const [first] = tryTimes(endsAt, agreedDay(endsAt))
  return first !== undefined && now < later(first, -announcedDays * dayMs)
}

export interface ChargeFacts {
  periodEndsAt: Date
  amountFen: number
  firstTryAt: Date
  remindedAt: Date | null
  tries: number
  outcome: RenewalOutcome | null
  isAgreementEnded: boolean
  triedAt: Date | null
  /** Null before the first try. */
  orderStatus: string | null
}

export interface RenewalFacts {
  now: Date
  isUserActive: boolean
  /** The channel takes money by agreement. */
  isOffered: boolean
  plan: { priceFen: number; isOnSale: boolean }
  /** The price of the consent. */
  priceFen: number
  /** The end of the last period. */
  endsAt: Date | null
  nextDay: string
  /** When the channel was last asked about the agreement. */
  checkedAt: Date | null
  /** The charge for this end. */
  charge: ChargeFacts | null
  /** The one whose order waits, whichever end it is for. */
  open: ChargeFacts | null
}

export type RenewalStep =
  | { kind: 'wait' }
  /** Whether the charge under way was made. */
  | { kind: 'ask' }
  /** The agreement, at the channel. */
  | { kind: 'refresh' }
  /** Months were bought by hand. */
  | { kind: 'postpone'; day: string }
  /** The order of a charge that is no longer wanted. */
  | { kind: 'close' }
  | { kind: 'announce'; firstTryAt: Date }
  | { kind: 'remind' }
  | { kind: 'charge' }
  | { kind: 'end'; reason: RenewalEndReason }

const end = (reason: RenewalEndReason): RenewalStep => ({ kind: 'end', reason })
const wait: RenewalStep = { kind: 'wait' }

/** What is to be done about an active renewal now. What may have been paid is found out before anything else. */
export function nextStep(facts: RenewalFacts): RenewalStep {
  const { now, endsAt, nextDay, checkedAt, charge, open } = facts
  if (open?.outcome === 'submitted') return { kind: 'ask' }
  if (!facts.isUserActive) return end('suspended')
  if (endsAt === null || endsAt <= now) return end(charge !== null && charge.tries > 0 ? 'not_paid' : 'missed')
  if (open !== null && open.periodEndsAt.getTime() !== endsAt.getTime()) return { kind: 'close' }
  const horizon = later(now, lookAheadDays * dayMs)
  if (endsAt > horizon && dayStart(nextDay) > horizon) return wait
  const askedMs = checkedAt === null ? Infinity : now.getTime() - checkedAt.getTime()
  if (askedMs > staleMs || (nextDay < dayOf(now) && askedMs > staleForChargeMs)) return { kind: 'refresh' }
  if (dayStart(nextDay, 1) < later(endsAt, -7 * dayMs)) return { kind: 'postpone', day: agreedDay(endsAt) }
  const step = charge === null ? beforeNotice(facts, endsAt) : afterNotice(facts, { endsAt, charge })
  return step.kind === 'charge' && askedMs > staleForChargeMs ? { kind: 'refresh' } : step
}

function whyNotChargeable({ plan, priceFen, isOffered, charge }: RenewalFacts): RenewalEndReason | null {
  if (!isOffered) return 'channel_off'
  if (!plan.isOnSale) return 'plan_off_sale'
  return plan.priceFen > Math.min(priceFen, charge?.amountFen ?? priceFen) ? 'price_raised' : null
}

function beforeNotice(facts: RenewalFacts, endsAt: Date): RenewalStep {
  const { now, nextDay } = facts
  const times = tryTimes(endsAt, nextDay)
  const [first] = times
  if (first === undefined) return end('missed')
  if (now < later(first, -announcedDays * dayMs)) return wait
  const reason = whyNotChargeable(facts)
  if (reason !== null) return end(reason)
  // After an outage the five days count from now.
  const firstTryAt = latest(first, later(now, announcedDays * dayMs))
  return firstTryAt > (times.at(-1) ?? first) ? end('missed') : { kind: 'announce', firstTryAt }
}

function afterNotice(facts: RenewalFacts, { endsAt, charge }: { endsAt: Date; charge: ChargeFacts }): RenewalStep {
  const { now, nextDay } = facts
  const { tries, remindedAt, firstTryAt, orderStatus } = charge
  if (orderStatus !== null && orderStatus !== 'pending') return orderStatus === 'closed' ? end('not_paid') : wait
  if (charge.isAgreementEnded) return end('ended_at_channel')
  if (tries >= mostTries) return end('not_paid')
  const reason = whyNotChargeable(facts)
  if (reason !== null) return end(reason)
  if (remindedAt === null) return now < later(firstTryAt, -dayMs) ? wait : { kind: 'remind' }
  const readyAt = tryAgainAt(charge, latest(firstTryAt, later(remindedAt, dayMs)))
  if (readyAt >= chargeDeadline(endsAt, nextDay)) return end(tries > 0 ? 'not_paid' : 'missed')
  return now < readyAt ? wait : { kind: 'charge' }
}

function tryAgainAt({ outcome, triedAt }: ChargeFacts, first: Date): Date {
  if (triedAt === null) return first
  return later(triedAt, outcome === 'not_sent' ? sendAgainMs : dayMs)
}
