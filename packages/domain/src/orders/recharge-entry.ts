import type { PostEntry } from '../credits/post-entry.ts'

/** What a recharge gives, once for each order. */
export function rechargeEntry(orderId: string, credits: number): Omit<PostEntry, 'userId'> {
  return {
    key: `order:${orderId}`,
    kind: 'recharge',
    unit: 'credits',
    amount: credits,
    reference: { type: 'order', id: orderId },
  }
}
