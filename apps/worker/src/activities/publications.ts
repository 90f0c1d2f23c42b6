import { checkDueAccounts } from '@mozhou/domain/publications/check-account'
import { findLostPublication } from '@mozhou/domain/publications/find-lost-publication'
import { lookUpPublication } from '@mozhou/domain/publications/look-up-publication'
import { planPublication } from '@mozhou/domain/publications/plan-publication'
import { preparePublication } from '@mozhou/domain/publications/prepare-publication'
import type { PublicationsContext } from '@mozhou/domain/publications/publications-context'
import { submitPublication } from '@mozhou/domain/publications/submit-publication'
import {
  clearOldNotices,
  findUnattendedPublications,
  markRunning,
  watchPublications,
} from '@mozhou/domain/publications/watch-publications'
import { deliverWebhooks } from '@mozhou/domain/webhooks/deliver-webhooks'
import type { WebhooksContext } from '@mozhou/domain/webhooks/deliver-webhooks'
import type { Activities } from '@mozhou/workflows/activities'
import { startMissingPublication } from '@mozhou/workflows/publication-client'
import { Context } from '@temporalio/activity'
import type { WorkflowClient } from '@temporalio/client'
import { withActivityLog } from '../activity-log.ts'
import { withHeartbeat } from './with-heartbeat.ts'

type PublicationActivities = Pick<
  Activities,
  | 'planPublication'
  | 'preparePublication'
  | 'submitPublication'
  | 'lookUpPublication'
  | 'findLostPublication'
  | 'sweepPublications'
  | 'deliverWebhooks'
>

/** Longer than a file is waited for, shorter than the activity's own time. */
const callsMs = 50_000

export function createPublicationActivities(
  ctx: PublicationsContext & WebhooksContext,
  workflows: WorkflowClient,
): PublicationActivities {
  /** Ends with the activity, or when a platform keeps it too long. */
  const signal = () => AbortSignal.any([Context.current().cancellationSignal, AbortSignal.timeout(callsMs)])
  return {
    planPublication: (input) => planPublication(withActivityLog(ctx), input),
    preparePublication: (input) =>
      withHeartbeat(() =>
        preparePublication(withActivityLog(ctx), { ...input, signal: Context.current().cancellationSignal }),
      ),
    submitPublication: (input) =>
      withHeartbeat(() => submitPublication(withActivityLog(ctx), { ...input, signal: signal() })),
    lookUpPublication: (input) =>
      withHeartbeat(() => lookUpPublication(withActivityLog(ctx), { ...input, signal: signal() })),
    findLostPublication: (input) =>
      withHeartbeat(() => findLostPublication(withActivityLog(ctx), { ...input, signal: signal() })),
    sweepPublications: () =>
      withHeartbeat(async () => {
        const started = await startUnattended(ctx, workflows)
        const { looked } = await watchPublications(ctx)
        const { checked } = await checkDueAccounts(ctx)
        await clearOldNotices(ctx)
        return { started, looked, checked }
      }),
    deliverWebhooks: () => withHeartbeat(() => deliverWebhooks(ctx)),
  }
}

/** Whoever has a run keeps it. */
async function startUnattended(ctx: PublicationsContext, workflows: WorkflowClient): Promise<number> {
  let started = 0
  const found = await findUnattendedPublications(ctx)
  for (const publication of found) if (await startMissingPublication(workflows, publication)) started += 1
  const ids = found.map(({ publicationId }) => publicationId)
  if (ids.length > 0) await markRunning(ctx, ids)
  return started
}
