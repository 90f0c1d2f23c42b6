import type { AbnormalReason, OrderStatus } from '@mozhou/contracts/orders/kinds'

/** How long an order may be paid. */
export const payableMs = 30 * 60_000
export const mostPending = 5

export interface OrderFacts {
  status: OrderStatus
  payableFen: number
}

export interface ArrivedPayment {
  amountFen: number
  currency: string
}

export type PaymentDecision =
  /** What was paid for is given. */
  | { kind: 'fulfil' }
  /** The money goes back. */
  | { kind: 'surplus'; reason: AbnormalReason }
  /** Nobody's order asks for this amount: nothing is given, and a person looks at it. */
  | { kind: 'mismatch' }

/** What a payment that a channel vouches for does to its order. Its amount is compared with what was to be paid, never with what arrived after fees. */
export function decidePayment(order: OrderFacts, payment: ArrivedPayment): PaymentDecision {
  if (payment.currency !== 'CNY' || payment.amountFen !== order.payableFen) return { kind: 'mismatch' }
  if (order.status === 'pending') return { kind: 'fulfil' }
  return { kind: 'surplus', reason: order.status === 'closed' ? 'paid_after_close' : 'paid_twice' }
}

/** `MZ`, the moment in Shanghai to the second, and ten characters by chance: 26 letters and digits, which every channel takes. */
export function newOrderNo(now: Date, random: (count: number) => string): string {
  const moment = new Date(now.getTime() + 8 * 3_600_000).toISOString().replaceAll(/\D/g, '').slice(0, 14)
  return `MZ${moment}${random(10)}`
}
