import { orderLabel } from '@mozhou/contracts/orders/order-label'
import type { OrderStatus } from '@mozhou/contracts/orders/kinds'
import { advanceRefund } from '@mozhou/domain/orders/advance-refund'
import { withOthersClosed } from '@mozhou/domain/orders/close-other-codes'
import { closeOrder } from '@mozhou/domain/orders/close-order'
import { findSurplus, findUnattended } from '@mozhou/domain/orders/find-unattended'
import { markWatched } from '@mozhou/domain/orders/mark-watched'
import type { OrdersContext } from '@mozhou/domain/orders/orders-context'
import { syncOrder } from '@mozhou/domain/orders/sync-order'
import { applyNotice } from '@mozhou/domain/orders/take-notice'
import { sweepRenewals } from '@mozhou/domain/orders/renewals/sweep-renewals'
import { storedOrderKind } from '@mozhou/domain/stored-columns'
import { findUnattendedWithdrawals } from '@mozhou/domain/withdrawals/find-unattended'
import { markPayees } from '@mozhou/domain/withdrawals/payee-seal'
import { sweepBindings } from '@mozhou/domain/withdrawals/sweep-bindings'
import type { Activities } from '@mozhou/workflows/activities'
import { startRefund, watchOrder } from '@mozhou/workflows/order-client'
import type { WorkflowClient } from '@temporalio/client'
import { startMissingWithdrawal } from '@mozhou/workflows/withdrawal-client'
import { withActivityLog } from '../activity-log.ts'
import { withHeartbeat } from './with-heartbeat.ts'

type OrderActivities = Pick<Activities, 'syncOrder' | 'closeOrder' | 'advanceRefund' | 'sweepOrders' | 'sweepRenewals'>

export function createOrderActivities(ctx: OrdersContext, workflows: WorkflowClient): OrderActivities {
  return {
    syncOrder: (input) => withHeartbeat(() => settled(withActivityLog(ctx), workflows, input, syncOrder)),
    closeOrder: (input) => withHeartbeat(() => settled(withActivityLog(ctx), workflows, input, closeOrder)),
    advanceRefund: (input) => withHeartbeat(() => advanceRefund(withActivityLog(ctx), input)),
    sweepRenewals: () => withHeartbeat(() => sweepRenewals(withActivityLog(ctx))),
    sweepOrders: () =>
      withHeartbeat(async () => {
        const { noticeIds, orders, refunds } = await findUnattended(ctx)
        for (const noticeId of noticeIds) await applyLogged(ctx, noticeId)
        for (const { kind, payableFen, ...order } of orders) {
          await watchOrder(workflows, { ...order, label: orderLabel({ kind: storedOrderKind(kind), payableFen }) })
          await markWatched(ctx, order)
        }
        for (const refund of refunds) await startRefund(workflows, refund)
        const withdrawals = await startWithdrawals(ctx, workflows)
        await sweepBindings(ctx)
        await markPayees(ctx)
        return { notices: noticeIds.length, started: orders.length + refunds.length + withdrawals }
      }),
  }
}

/** Where an order stands, with what it needs no more closed at the other channels, and what was paid too much on its way back. */
async function settled(
  ctx: OrdersContext,
  workflows: WorkflowClient,
  input: { orderId: string },
  step: typeof syncOrder,
): Promise<{ status: OrderStatus }> {
  const status = await withOthersClosed(ctx, input, await step(ctx, input))
  for (const refund of await findSurplus(ctx, { ...input, status })) {
    await startRefund(workflows, refund).catch((err: unknown) => {
      // The sweep finds it within the minute.
      ctx.log.warn({ err, refundId: refund.refundId }, 'a refund could not be started')
    })
  }
  return { status }
}

/** Open ones whose run is not there. */
async function startWithdrawals(ctx: OrdersContext, workflows: WorkflowClient): Promise<number> {
  let started = 0
  for (const withdrawal of await findUnattendedWithdrawals(ctx))
    if (await startMissingWithdrawal(workflows, withdrawal)) started += 1
  return started
}

/** One that cannot be applied keeps nobody else's money waiting; the next sweep tries it again. */
async function applyLogged(ctx: OrdersContext, noticeId: string): Promise<void> {
  try {
    await applyNotice(ctx, { noticeId })
  } catch (err) {
    ctx.log.error({ err, noticeId }, 'a stored notice could not be applied')
  }
}
