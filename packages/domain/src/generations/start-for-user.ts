import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { Actor } from '../audit/actor.ts'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import { inTransaction } from '../transaction.ts'
import { requestedSelect, toRequested } from './find-stuck-generations.ts'
import type { GenerationsContext } from './fulfilment.ts'
import type { RequestedGeneration } from './request-generation.ts'

/**
 * An operator starts a run that nobody started. Nothing was charged for it yet; its acceptance decides as ever. One that failed was given
 * back, and only its person may ask, and pay, again.
 * @throws AppError GENERATION_NOT_FOUND, GENERATION_NOT_STARTABLE
 */
export function startForUser(
  ctx: GenerationsContext,
  { actor, generationId }: { actor: Actor; generationId: string },
): Promise<RequestedGeneration> {
  return inTransaction(ctx, async (tx) => {
    const row = await tx.prisma.generation.findUnique({
      where: { id: generationId },
      select: { ...requestedSelect, status: true },
    })
    if (!row) throw new AppError('GENERATION_NOT_FOUND')
    if (row.status !== 'requested') throw new AppError('GENERATION_NOT_STARTABLE')
    await writeAuditRow(tx, {
      actorId: actor.userId,
      permission: 'generation:act',
      action: 'generation.start',
      target: formatId('generation', generationId),
      requestId: actor.requestId,
    })
    return toRequested(ctx, row)
  })
}
