import { activeStatuses } from '@mozhou/contracts/generations/kinds'
import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { Actor } from '../audit/actor.ts'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import type { DomainContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { noteStop } from './request-stop.ts'

/**
 * An operator stops somebody's run: as if they had pressed stop themself, so that what was delivered is kept and nothing delivered is
 * given back. Gives where the workflow is.
 * @throws AppError GENERATION_NOT_FOUND, GENERATION_OVER
 */
export async function stopForUser(
  ctx: DomainContext,
  { actor, generationId }: { actor: Actor; generationId: string },
): Promise<{ creationId: string; ordinal: number }> {
  const place = await inTransaction(ctx, async (tx) => {
    const row = await tx.prisma.generation.findUnique({
      where: { id: generationId },
      select: { creationId: true, ordinal: true, status: true },
    })
    if (!row) throw new AppError('GENERATION_NOT_FOUND')
    const { count } = await tx.prisma.generation.updateMany({
      where: { id: generationId, status: { in: [...activeStatuses] } },
      data: { stopRequestedAt: tx.clock.now() },
    })
    if (count === 0) throw new AppError('GENERATION_OVER')
    await writeAuditRow(tx, {
      actorId: actor.userId,
      permission: 'generation:act',
      action: 'generation.stop',
      target: formatId('generation', generationId),
      before: { status: row.status },
      requestId: actor.requestId,
    })
    return { creationId: row.creationId, ordinal: row.ordinal }
  })
  await noteStop(ctx, generationId)
  return place
}
