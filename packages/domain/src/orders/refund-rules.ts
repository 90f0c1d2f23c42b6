import type { RefundBasis, RefundWait } from '@mozhou/contracts/refunds/kinds'
import { fenPerCredit } from '@mozhou/contracts/orders/prices'
import { addMonths } from '../memberships/period-rules.ts'

const dayMs = 86_400_000
/** As long as this an order that was not used comes back without anybody's look. */
const atOnceMs = 7 * dayMs

/** Fen that were paid, and that have gone back of them. */
export interface PaidOrder {
  paidFen: number
  refundedFen: number
  paidAt: Date
}

/** Credits of an order: all that came with it, what is left, what was used. */
export interface UsedCredits {
  given: number
  unused: number
  used: number
}

/**
 * What may come back of a recharge. By the person's wish what was used counts at the list price, so that a bonus or a discount is never
 * cashed; by our fault it counts as its share of everything that was given. The odd fen is the person's.
 */
export function refundableRecharge(
  { paidFen, refundedFen }: PaidOrder,
  { given, used }: UsedCredits,
  basis: RefundBasis,
): number {
  const usedFen = basis === 'wish' ? used * fenPerCredit : given === 0 ? 0 : Math.floor((paidFen * used) / given)
  return Math.max(0, paidFen - usedFen - refundedFen)
}

/** Credits that go when so much of what may come back does: all that are left for all of it, else their share, rounded up. */
export function creditsTaken({
  unused,
  amountFen,
  refundableFen,
}: {
  unused: number
  amountFen: number
  refundableFen: number
}): number {
  return amountFen >= refundableFen ? unused : Math.ceil((unused * amountFen) / refundableFen)
}

/**
 * Credits that go for money that has gone back already, whatever the rules would have said: what is left for what may come back, and the
 * list price for what goes beyond, up to all that the order gave and still counts (`left`).
 */
export function creditsOwed(input: { unused: number; left: number; amountFen: number; refundableFen: number }): number {
  const { unused, left, amountFen, refundableFen } = input
  if (amountFen <= refundableFen) return creditsTaken(input)
  return Math.min(left, unused + Math.ceil((amountFen - refundableFen) / fenPerCredit))
}

/** What was given besides goes first, so that what stays bought is what was kept of the money. */
export function splitTaken(taken: number, bonus: number): { bonus: number; paid: number } {
  const ofBonus = Math.min(taken, Math.max(0, bonus))
  return { bonus: ofBonus, paid: taken - ofBonus }
}

export interface UsedPeriod {
  startsAt: Date
  endsAt: Date
  /** A generation was made in it that cost nothing because of it. */
  isUsed: boolean
  /** What its begun days cost by the month; left out where they cost their share of its price. */
  monthFen?: number | null
}

/** Days of the whole period, and how many of them have begun: none before it has, one from its first instant. */
export function daysOf({ startsAt, endsAt }: UsedPeriod, now: Date): { totalDays: number; usedDays: number } {
  const totalDays = Math.ceil((endsAt.getTime() - startsAt.getTime()) / dayMs)
  const begunMs = now.getTime() - startsAt.getTime()
  const usedDays = begunMs < 0 ? 0 : Math.min(totalDays, Math.max(1, Math.ceil(begunMs / dayMs)))
  return { totalDays, usedDays }
}

/** What may come back of a membership: all of it within seven days if it covered nothing, else what its days that have not begun cost. */
export function refundableMembership(order: PaidOrder, period: UsedPeriod | null, now: Date): number {
  const { paidFen, refundedFen } = order
  if (period === null || period.endsAt <= now) return 0
  if (isFresh(order, now) && !period.isUsed) return paidFen - refundedFen
  const { totalDays, usedDays } = daysOf(period, now)
  const usedFen =
    typeof period.monthFen === 'number'
      ? fenByMonth(period.startsAt, usedDays, period.monthFen)
      : Math.floor((paidFen * usedDays) / totalDays)
  return Math.max(0, paidFen - usedFen - refundedFen)
}

/** Days bought month by month: whole months of the calendar at their price, and their share of the last one, its odd fen left to the person. */
function fenByMonth(startsAt: Date, days: number, monthFen: number): number {
  const until = startsAt.getTime() + days * dayMs
  let months = 0
  while (addMonths(startsAt, months + 1).getTime() <= until) months += 1
  const [from, to] = [addMonths(startsAt, months).getTime(), addMonths(startsAt, months + 1).getTime()]
  return months * monthFen + Math.floor((monthFen * (until - from)) / (to - from))
}

/** Why finance looks at it first; null when it is sent at once. */
export function waitsFor(order: PaidOrder, isUsed: boolean, now: Date): RefundWait | null {
  if (isUsed) return 'used'
  return isFresh(order, now) ? null : 'late'
}

function isFresh({ paidAt }: PaidOrder, now: Date): boolean {
  return now.getTime() - paidAt.getTime() <= atOnceMs
}

/** The state of a paid order follows from what of it has gone back. */
export function statusAfterRefunds(
  paidFen: number,
  refundedFen: number,
): 'fulfilled' | 'partially_refunded' | 'refunded' {
  if (refundedFen <= 0) return 'fulfilled'
  return refundedFen < paidFen ? 'partially_refunded' : 'refunded'
}
