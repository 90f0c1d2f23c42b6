import type { AbnormalReason, AbnormalResolution } from '@mozhou/contracts/orders/kinds'

interface AbnormalFacts {
  reason: AbnormalReason | null
  /** Payments of another amount that wait at the order. */
  heldPayments: number
  /** Something of this order was given already. */
  isPaid: boolean
  /** A refund of it did not go through, and no other one is under way. */
  hasStuckRefund: boolean
}

/** What a person may do about an order that needs one. Money that is held never just disappears: it goes back, counts, or was settled with proof. */
export function resolutionsFor({ reason, heldPayments, isPaid, hasStuckRefund }: AbnormalFacts): AbnormalResolution[] {
  if (reason === null) return []
  // At most one payment of an order counts, and nobody has to guess which of two.
  const mayAccept = heldPayments === 1 && !isPaid
  if (heldPayments > 0) return ['refund', ...(mayAccept ? (['accept'] as const) : []), 'settled_elsewhere']
  if (hasStuckRefund) return ['settled_elsewhere']
  return ['settled_elsewhere', 'seen']
}
