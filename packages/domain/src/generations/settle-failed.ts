import { Prisma } from '@mozhou/db/client'
import type { DomainContext } from '../context.ts'
import { usagesLost } from '../models/write-usage.ts'
import { inRunning } from './active-generation.ts'
import { fulfilmentOf } from './fulfilment.ts'
import type { GenerationsContext } from './fulfilment.ts'
import { keepRun } from './keep-run.ts'
import { loadRun } from './load-run.ts'
import { readRefundedCredits, refundGeneration } from './refund-generation.ts'

type Lost = Parameters<typeof usagesLost>[1]

/**
 * Settles the money of a run that failed. Of one that is paid for by the piece what was delivered is kept and stays charged, and with that the run
 * has ended (`isKept`); of any other all comes back, and its end is still to be written down. A repeat gives the first answer.
 */
export async function settleFailed(
  ctx: GenerationsContext,
  input: { generationId: string },
): Promise<{ refundedCredits: number; isKept?: true }> {
  if (await keepDelivered(ctx, { ...input, lost: 'worker_lost' }))
    return { refundedCredits: await readRefundedCredits(ctx, input.generationId), isKept: true }
  return refundGeneration(ctx, input)
}

/**
 * Ends a run that nobody goes on with and that is paid for by the piece: keeps what was delivered, gives the rest of the price back. False where
 * there is nothing to keep; the run is as it was then.
 */
export async function keepDelivered(
  ctx: GenerationsContext,
  { generationId, lost }: { generationId: string; lost: Lost },
): Promise<boolean> {
  const { creationKind } = await loadRun(ctx, generationId)
  const { undeliveredCredits, hasDelivered } = fulfilmentOf(ctx, creationKind)
  if (!undeliveredCredits) return false
  await takeOver(ctx, generationId, lost)
  const run = await loadRun(ctx, generationId)
  if (run.isEnded) return run.versionId !== null
  // Given back already: what is given back is not also kept as charged.
  if (run.refundedCredits > 0 || !(await hasDelivered(ctx, run))) return false
  await keepRun(ctx, run, { epoch: run.draftEpoch, reason: 'failed' })
  return true
}

/** From here on no attempt that still lives owns the draft, so that none delivers anything after somebody has looked what there is. */
async function takeOver(ctx: Pick<DomainContext, 'prisma'>, generationId: string, lost: Lost): Promise<void> {
  await ctx.prisma.$executeRaw`
    WITH taken AS (
      UPDATE generations SET draft_epoch = draft_epoch + 1 WHERE id = ${generationId}::uuid AND ${inRunning} RETURNING id
    ) ${usagesLost(Prisma.sql`taken`, lost)}`
}
