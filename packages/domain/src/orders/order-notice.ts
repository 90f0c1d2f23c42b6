import { formatId } from '@mozhou/contracts/ids'
import type { Notice } from '../notifications/notify.ts'
import { storedOrderKind } from '../stored-columns.ts'

interface ToldOrder {
  id: string
  userId: string
  kind: string
  payableFen: number
  credits: number | null
  planMonths: number | null
  /** What a campaign gave on top. */
  bonusCredits?: number
}

/** An order, and a sum that it is about. */
export function toldOf({ id, kind }: Pick<ToldOrder, 'id' | 'kind'>, amountFen: number) {
  return { orderId: formatId('order', id), orderKind: storedOrderKind(kind), amountFen }
}

/** What a person is told when their order ends, once an order. */
export function orderNotice(kind: 'order_paid' | 'order_closed', order: ToldOrder): Notice {
  const { id, userId, payableFen, credits, planMonths: months, bonusCredits } = order
  const params = { ...toldOf(order, payableFen), credits, months, ...(bonusCredits && { bonusCredits }) }
  return { userId, event: { kind, params }, key: `${kind}:${id}` }
}
