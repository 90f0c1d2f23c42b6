import { fenPerCredit } from '@mozhou/contracts/orders/prices'
import type { RebateForm, RuleWindow } from '@mozhou/contracts/referrals/kinds'

const dayMs = 86_400_000

export interface RebateBase {
  /** Money received for the order. */
  baseFen: number
  /** What of it went back, or is on its way back. */
  refundedFen: number
  form: RebateForm
}

/**
 * What is due at the frozen rate of what was received and kept, in fen or whole credits, the odd part let go. It depends on the sum of the
 * refunds alone, so their number and order change nothing.
 */
export function rebateOf({ baseFen, refundedFen, form }: RebateBase, rateBp: number): number {
  const kept = Math.max(0, baseFen - refundedFen)
  const fen = kept * rateBp
  return Math.floor(form === 'cash' ? fen / 10_000 : fen / (10_000 * fenPerCredit))
}

export interface WindowFacts {
  window: RuleWindow
  windowCount: number | null
  /** Orders that the invited had paid before. */
  earlierOrders: number
  boundAt: Date
  now: Date
}

export function isInWindow({ window, windowCount, earlierOrders, boundAt, now }: WindowFacts): boolean {
  switch (window) {
    case 'first_order':
      return earlierOrders === 0
    case 'orders':
      return earlierOrders < (windowCount ?? 0)
    case 'days':
      return now.getTime() < boundAt.getTime() + (windowCount ?? 0) * dayMs
  }
}
