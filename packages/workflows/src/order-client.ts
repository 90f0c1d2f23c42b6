import { WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/client'
import type { WorkflowClient } from '@temporalio/client'
import { TypedSearchAttributes } from '@temporalio/common'
import { orderWorkflowId, reconciliationWorkflowId, refundWorkflowId } from './ids.ts'
import { coreQueue, productionBillPace, productionOrderPace } from './options.ts'
import type { BillPace, OrderPace } from './options.ts'
import type { orderLifecycle, refundMoney } from './order-lifecycle.ts'
import type { reconcileBills } from './reconcile-bills.ts'
import { orderSettledSignal } from './order-messages.ts'
import type { OrderEnd } from './order-messages.ts'
import { formatId } from '@mozhou/contracts/ids'
import { searchKeys } from './search-attributes.ts'

export type { OrderEnd }

/** What an order's workflow needs to know, and what people see of it in the Temporal UI. */
export interface OrderStart {
  orderId: string
  userId: string
  expiresAt: Date
  /** E.g. `充值 100 元`. */
  label: string
}

/** Watches over an order; nothing when somebody does already. */
export async function watchOrder(
  client: WorkflowClient,
  { orderId, userId, expiresAt, label }: OrderStart,
  pace: OrderPace = productionOrderPace,
): Promise<void> {
  await once(() =>
    client.start<typeof orderLifecycle>('orderLifecycle', {
      workflowId: orderWorkflowId(orderId),
      taskQueue: coreQueue,
      workflowIdConflictPolicy: 'USE_EXISTING',
      args: [{ orderId, expiresAtMs: expiresAt.getTime(), pace }],
      staticSummary: label,
      memo: { summary: label },
      typedSearchAttributes: attributesOf('order', userId, formatId('order', orderId)),
    }),
  )
}

/** Sends money back; nothing when it is under way already. */
export async function startRefund(
  client: WorkflowClient,
  { refundId, userId, label }: { refundId: string; userId: string; label: string },
  pace: OrderPace = productionOrderPace,
): Promise<void> {
  await once(() =>
    client.start<typeof refundMoney>('refundMoney', {
      workflowId: refundWorkflowId(refundId),
      taskQueue: coreQueue,
      workflowIdConflictPolicy: 'USE_EXISTING',
      args: [{ refundId, pace }],
      staticSummary: label,
      memo: { summary: label },
      typedSearchAttributes: attributesOf('refund', userId, formatId('moneyRefund', refundId)),
    }),
  )
}

/** Fetches and compares the bills of one day; nothing when that is under way. */
export async function startReconciliation(
  client: WorkflowClient,
  day: string,
  pace: BillPace = productionBillPace,
): Promise<void> {
  await once(() =>
    client.start<typeof reconcileBills>('reconcileBills', {
      workflowId: reconciliationWorkflowId(day),
      taskQueue: coreQueue,
      workflowIdConflictPolicy: 'USE_EXISTING',
      args: [{ day, pace }],
      staticSummary: `对账 ${day}`,
      memo: { summary: `对账 ${day}` },
    }),
  )
}

/** Lets an order's workflow look now, or end at once where it has nothing left to do; nothing when it has ended. */
export async function tellOrderSettled(client: WorkflowClient, orderId: string, end?: OrderEnd): Promise<void> {
  const args: [OrderEnd?] = end ? [end] : []
  try {
    await client.getHandle(orderWorkflowId(orderId)).signal(orderSettledSignal, ...args)
  } catch (cause) {
    if (!(cause instanceof WorkflowNotFoundError)) throw cause
  }
}

/** `id` is what operators search for: of the order, or of the refund. */
function attributesOf(bizType: string, userId: string, id: string): TypedSearchAttributes {
  return new TypedSearchAttributes([
    { key: searchKeys.userId, value: formatId('user', userId) },
    { key: searchKeys.orderId, value: id },
    { key: searchKeys.bizType, value: bizType },
    { key: searchKeys.bizStatus, value: 'pending' },
  ])
}

async function once(start: () => Promise<unknown>): Promise<void> {
  try {
    await start()
  } catch (cause) {
    if (!(cause instanceof WorkflowExecutionAlreadyStartedError)) throw cause
  }
}
