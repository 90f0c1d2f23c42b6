import { findDueDeletions } from '@mozhou/domain/account-deletion/find-due-deletions'
import { cleanupTokens } from '@mozhou/domain/accounts/cleanup-tokens'
import { findUnhandledResets } from '@mozhou/domain/accounts/find-unhandled-resets'
import { findUnsentVerifications } from '@mozhou/domain/accounts/find-unsent-verifications'
import { fillNameShapes } from '@mozhou/domain/accounts/fill-name-shapes'
import type { GenerationsContext } from '@mozhou/domain/generations/fulfilment'
import { findStuckGenerations } from '@mozhou/domain/generations/find-stuck-generations'
import { sweepCampaigns } from '@mozhou/domain/campaigns/sweep-campaigns'
import { indexMissing } from '@mozhou/domain/creations/index-missing'
import { purgeTrash } from '@mozhou/domain/creations/purge-trash'
import type { StuckGeneration } from '@mozhou/domain/generations/find-stuck-generations'
import { repairGeneration } from '@mozhou/domain/generations/repair-generation'
import { findUnmailed } from '@mozhou/domain/notifications/find-unmailed'
import { remindMembers } from '@mozhou/domain/orders/remind-members'
import { outages } from '@mozhou/domain/outages'
import { expireGifts } from '@mozhou/domain/credits/expire-gifts'
import { payRebates } from '@mozhou/domain/referrals/pay-rebates'
import { runAudit } from '@mozhou/domain/credits/run-audit'
import type { Activities } from '@mozhou/workflows/activities'
import { isGenerationRunning, startMissingGeneration, stopGeneration } from '@mozhou/workflows/client'
import { startAccountDeletion } from '@mozhou/workflows/deletion-client'
import { startNotificationMail, startPasswordReset, startVerification } from '@mozhou/workflows/mail-client'
import { Context } from '@temporalio/activity'
import type { WorkflowClient } from '@temporalio/client'
import { withHeartbeat } from './with-heartbeat.ts'

type HousekeepingActivities = Pick<
  Activities,
  | 'sweepStuckGenerations'
  | 'auditLedger'
  | 'cleanUpTokens'
  | 'cleanUpCreations'
  | 'remindMembers'
  | 'expireGifts'
  | 'payRebates'
  | 'sweepCampaigns'
>

export function createHousekeepingActivities(
  ctx: GenerationsContext,
  workflows: WorkflowClient,
): HousekeepingActivities {
  return {
    sweepStuckGenerations: (input) =>
      withHeartbeat(async () => {
        const result = { started: 0, repaired: 0, running: 0, ended: 0 }
        for (const generation of await findStuckGenerations(ctx, input))
          result[await lookAfter(ctx, workflows, generation)] += 1
        if (ctx.settings.verifiesEmail) await startMails(ctx, workflows, input)
        for (const deletion of await findDueDeletions(ctx)) await startAccountDeletion(workflows, deletion)
        return { started: result.started, repaired: result.repaired }
      }),
    sweepCampaigns: () => withHeartbeat(() => sweepCampaigns(ctx)),
    remindMembers: () => withHeartbeat(() => remindMembers(ctx)),
    expireGifts: () => withHeartbeat(() => expireGifts(ctx, Context.current().cancellationSignal)),
    payRebates: () =>
      withHeartbeat(async () => {
        const { paid, failed } = await payRebates(ctx, { signal: Context.current().cancellationSignal })
        return { paid, failed }
      }),
    auditLedger: ({ auditId }) =>
      withHeartbeat(async () => {
        const checks = await runAudit(ctx, { auditId, signal: Context.current().cancellationSignal })
        const failed = checks.filter((check) => !check.isPassed)
        if (failed.length > 0) ctx.log.error({ failed }, 'ledger audit found differences')
        return { failedChecks: failed.length, findings: failed.reduce((sum, check) => sum + check.findings.length, 0) }
      }),
    cleanUpTokens: () =>
      withHeartbeat(async () => {
        await fillNameShapes(ctx)
        const removed = Object.values<number>({ ...(await cleanupTokens(ctx)) })
        return { removed: removed.reduce((sum, count) => sum + count, 0) }
      }),
    cleanUpCreations: () => withHeartbeat(async () => ({ ...(await purgeTrash(ctx)), ...(await indexMissing(ctx)) })),
  }
}

/** Mails whose rows are written and whose workflow nobody started; those of notifications are started here alone. */
async function startMails(
  ctx: GenerationsContext,
  workflows: WorkflowClient,
  input: { olderThanMs: number },
): Promise<void> {
  for (const id of await findUnhandledResets(ctx, input)) await startPasswordReset(workflows, id)
  for (const id of await findUnsentVerifications(ctx, input)) await startVerification(workflows, id)
  for (const id of await findUnmailed(ctx)) await startNotificationMail(workflows, id)
}

/**
 * Nobody started it: start it. It runs, or has just settled: leave it, but for a stop that it may not have heard of. It was ended from outside:
 * refund and fail it here.
 */
async function lookAfter(
  ctx: GenerationsContext,
  workflows: WorkflowClient,
  generation: StuckGeneration,
): Promise<'started' | 'repaired' | 'running' | 'ended'> {
  const { creationId, ordinal } = generation
  const soon = <T>(call: () => Promise<T>) =>
    workflows.withDeadline(Date.now() + outages['temporal.sweep'].deadlineMs, call)
  if ((await soon(() => startMissingGeneration(workflows, generation))) === 'started') return 'started'
  if (await soon(() => isGenerationRunning(workflows, creationId, ordinal))) {
    if (generation.isStopRequested) await soon(() => stopGeneration(workflows, creationId, ordinal))
    return 'running'
  }
  return (await repairGeneration(ctx, generation)) ? 'repaired' : 'ended'
}
