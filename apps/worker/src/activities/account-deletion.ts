import { isDeletionStep } from '@mozhou/contracts/account-deletion/kinds'
import { beginRemoval } from '@mozhou/domain/account-deletion/begin-removal'
import { finishRemoval } from '@mozhou/domain/account-deletion/finish-removal'
import { removePart } from '@mozhou/domain/account-deletion/remove-part'
import type { OrdersContext } from '@mozhou/domain/orders/orders-context'
import type { Activities } from '@mozhou/workflows/activities'
import { Context } from '@temporalio/activity'
import { withActivityLog } from '../activity-log.ts'
import { withHeartbeat } from './with-heartbeat.ts'

type DeletionActivities = Pick<Activities, 'beginRemoval' | 'removePart' | 'finishRemoval'>

export function createDeletionActivities(ctx: OrdersContext): DeletionActivities {
  return {
    beginRemoval: (input) => withHeartbeat(() => beginRemoval(ctx, input)),
    removePart: ({ deletionId, step }) =>
      withHeartbeat(() => {
        // A step of a newer version: another worker has it.
        if (!isDeletionStep(step)) throw new Error(`this worker knows no step ${step}`)
        return removePart(withActivityLog(ctx), { deletionId, step, signal: Context.current().cancellationSignal })
      }),
    finishRemoval: (input) => withHeartbeat(() => finishRemoval(ctx, input)),
  }
}
