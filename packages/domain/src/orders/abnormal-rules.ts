import type { AbnormalReason, AbnormalResolution } from '@mozhou/contracts/orders/kinds'

interface AbnormalFacts {
  reason: AbnormalReason | null
  /** Payments of another amount that wait at the order. */
  heldPayments: number
  /** Something of this order was given already. */
  isPaid: boolean
  /** A refund of it did not go through, and no other one is under way. */
  hasStuckRefund: boolean
  /** The money of such a refund is still owed. */
  mayRefundAgain: boolean
}

/**
 * Refunds whose money is still owed: the last one of a payment, whose end nobody knows, or which failed and nobody can ask for anew. What a
 * person asked for and did not get, they have again, and may ask for.
 */
export function stuckRefunds<Refund extends { paymentId: string; kind: string; status: string }>(
  inOrder: readonly Refund[],
): Refund[] {
  const last = new Map(inOrder.map((refund) => [refund.paymentId, refund]))
  return [...last.values()].filter(
    ({ kind, status }) => status === 'abnormal' || (status === 'failed' && kind === 'surplus'),
  )
}

/** What a person may do about an order that needs one. Money that is held never just disappears: it goes back, counts, or was settled with proof. */
export function resolutionsFor({ reason, heldPayments, isPaid, ...refund }: AbnormalFacts): AbnormalResolution[] {
  if (reason === null) return []
  // At most one payment of an order counts, and nobody has to guess which of two.
  const mayAccept = heldPayments === 1 && !isPaid
  if (heldPayments > 0) return ['refund', ...(mayAccept ? (['accept'] as const) : []), 'settled_elsewhere']
  if (refund.mayRefundAgain) return ['refund_again', 'settled_elsewhere']
  if (refund.hasStuckRefund) return ['settled_elsewhere']
  return ['settled_elsewhere', 'seen']
}
