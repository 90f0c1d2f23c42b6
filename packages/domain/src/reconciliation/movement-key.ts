import type { MovementKind } from '@mozhou/contracts/reconciliation/kinds'

interface Named {
  kind: MovementKind
  orderNo: string
  refundNo: string | null
  transactionId: string
}

/**
 * What one movement of money is called at its channel, on both sides: a payment by the transaction's number, a refund and a transfer by the
 * number under which we asked for it. What was made at the channel's console may have none of ours.
 */
export function movementKey({ kind, orderNo, refundNo, transactionId }: Named): string {
  switch (kind) {
    case 'payment':
      return `payment:${transactionId}`
    case 'refund':
      return refundNo === null ? `refund-of:${transactionId}` : `refund:${refundNo}`
    case 'transfer':
      return orderNo === '' ? `transfer-of:${transactionId}` : `transfer:${orderNo}`
    case 'transfer_return':
      return orderNo === '' ? `transfer-return-of:${transactionId}` : `transfer-return:${orderNo}`
  }
}
