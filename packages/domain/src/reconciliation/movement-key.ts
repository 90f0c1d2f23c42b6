import type { MovementKind } from '@mozhou/contracts/reconciliation/kinds'

/**
 * What one movement of money is called at its channel, on both sides: a payment by the transaction's number, a refund by the number under
 * which we asked for it. One that was made at the channel's console may have none of ours.
 */
export function movementKey(movement: { kind: MovementKind; transactionId: string; refundNo: string | null }): string {
  const { kind, transactionId, refundNo } = movement
  if (kind === 'payment') return `payment:${transactionId}`
  return refundNo === null ? `refund-of:${transactionId}` : `refund:${refundNo}`
}
