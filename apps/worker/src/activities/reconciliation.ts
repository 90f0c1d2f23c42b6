import { isPayChannel } from '@mozhou/contracts/orders/kinds'
import type { PayChannel } from '@mozhou/contracts/orders/kinds'
import type { OrdersContext } from '@mozhou/domain/orders/orders-context'
import { compareBill } from '@mozhou/domain/reconciliation/compare-bill'
import { dueBills } from '@mozhou/domain/reconciliation/due-bills'
import { fetchBill } from '@mozhou/domain/reconciliation/fetch-bill'
import type { Activities } from '@mozhou/workflows/activities'
import { startRefund } from '@mozhou/workflows/order-client'
import { Context } from '@temporalio/activity'
import type { WorkflowClient } from '@temporalio/client'
import { withActivityLog } from '../activity-log.ts'
import { withHeartbeat } from './with-heartbeat.ts'

type ReconciliationActivities = Pick<Activities, 'dueBills' | 'fetchBill' | 'compareBill'>

export function createReconciliationActivities(
  ctx: OrdersContext,
  workflows: WorkflowClient,
): ReconciliationActivities {
  return {
    dueBills: (input) => withHeartbeat(() => dueBills(ctx, input)),
    fetchBill: ({ channel, day, kind = 'trade' }) =>
      withHeartbeat(() =>
        fetchBill(withActivityLog(ctx), {
          channel: knownChannel(channel),
          kind,
          day,
          signal: Context.current().cancellationSignal,
        }),
      ),
    compareBill: ({ channel, day, kind = 'trade' }) =>
      withHeartbeat(async () => {
        const key = { channel: knownChannel(channel), kind, day }
        const { open, refunds } = await compareBill(withActivityLog(ctx), key)
        for (const refund of refunds) await startRefund(workflows, { ...refund, label: '退回账单里多付的款项' })
        return { open }
      }),
  }
}

function knownChannel(name: string): PayChannel {
  if (!isPayChannel(name)) throw new Error(`no channel ${name}`)
  return name
}
