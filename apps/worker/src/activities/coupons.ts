import { advanceIssue } from '@mozhou/domain/coupons/advance-issue'
import { expireCoupons } from '@mozhou/domain/coupons/expire-coupons'
import { findOpenIssues } from '@mozhou/domain/coupons/list-issues'
import type { OrdersContext } from '@mozhou/domain/orders/orders-context'
import type { Activities } from '@mozhou/workflows/activities'
import { startCouponIssue } from '@mozhou/workflows/coupon-client'
import { Context } from '@temporalio/activity'
import type { WorkflowClient } from '@temporalio/client'
import { withHeartbeat } from './with-heartbeat.ts'

/** How long one step gives batches: a bulk issue of a million people then leaves some dozens of steps. */
const stepMs = 20_000

export function createCouponActivities(
  ctx: OrdersContext,
  workflows: WorkflowClient,
): Pick<Activities, 'advanceCouponIssue' | 'sweepCoupons'> {
  return {
    advanceCouponIssue: ({ issueId }) =>
      withHeartbeat(() => {
        const signal = Context.current().cancellationSignal
        return advanceIssue(ctx, { issueId, forMs: stepMs, signal })
      }),
    sweepCoupons: () =>
      withHeartbeat(async () => {
        const swept = await expireCoupons(ctx, Context.current().cancellationSignal)
        const open = await findOpenIssues(ctx)
        for (const issueId of open) await startCouponIssue(workflows, issueId)
        return { ...swept, started: open.length }
      }),
  }
}
