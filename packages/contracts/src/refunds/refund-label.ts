import { yuanText } from '../orders/prices.ts'
import type { MoneyRefundKind } from '../orders/kinds.ts'

/** What operators read of a refund in the Temporal UI, e.g. `退款 · ¥70.00`. */
export function refundLabel({ kind, amountFen }: { kind: MoneyRefundKind; amountFen: number }): string {
  return `${kind === 'surplus' ? '退回多付的款项' : '退款'} · ¥${yuanText(amountFen)}`
}
