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
}

/** What a person is told when their order ends, once an order. */
export function orderNotice(kind: 'order_paid' | 'order_closed', order: ToldOrder): Notice {
  const { id, userId, payableFen: amountFen, credits, planMonths: months } = order
  const orderKind = storedOrderKind(order.kind)
  const params = { orderId: formatId('order', id), orderKind, amountFen, credits, months }
  return { userId, event: { kind, params }, key: `${kind}:${id}` }
}
