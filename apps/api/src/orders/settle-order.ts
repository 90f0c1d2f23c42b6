import type { OrderDetailDto } from '@mozhou/contracts/orders/admin-answers'
import type { ResolveOrderInput } from '@mozhou/contracts/orders/admin-inputs'
import type { Actor } from '@mozhou/domain/audit/actor'
import { getOrderDetail } from '@mozhou/domain/orders/get-order-detail'
import { resolveOrder } from '@mozhou/domain/orders/resolve-order'
import { orderWorkflowId } from '@mozhou/workflows/ids'
import type { Context } from '../context.ts'

/** One order for finance, with the way to its run. */
export async function orderDetail(
  { domain, workflows }: Pick<Context, 'domain' | 'workflows'>,
  { orderId }: { orderId: string },
): Promise<OrderDetailDto> {
  return { ...(await getOrderDetail(domain, { orderId })), workflowUrl: workflows.pageOf(orderWorkflowId(orderId)) }
}

/** A person's decision about an order, and whatever money goes back by it set on its way; what is not started the sweep starts. */
export async function settleOrder(
  { domain, workflows, actor }: Pick<Context, 'domain' | 'workflows'> & { actor: Actor },
  input: ResolveOrderInput,
): Promise<OrderDetailDto> {
  const { orderId } = input
  const { refunds } = await resolveOrder(domain, { ...input, actor })
  const label = input.resolution === 'refund_again' ? '按新单号再退一次' : '退回金额不符的款项'
  const tellings = [
    ...refunds.map((refund) => workflows.startRefund({ ...refund, label })),
    workflows.tellOrderSettled(orderId),
  ]
  for (const told of await Promise.allSettled(tellings))
    if (told.status === 'rejected')
      domain.log.warn({ err: told.reason as unknown, orderId }, 'a workflow was not told of a settled order')
  return orderDetail({ domain, workflows }, { orderId })
}
