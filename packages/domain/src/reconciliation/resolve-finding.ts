import type { ResolveFindingInput } from '@mozhou/contracts/reconciliation/inputs'
import { resolutionsOf } from '@mozhou/contracts/reconciliation/kinds'
import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { Actor } from '../audit/actor.ts'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import type { DomainContext } from '../context.ts'
import { storedFindingKind } from '../stored-columns.ts'
import { inTransaction } from '../transaction.ts'

/**
 * Finance says what a finding was and how it was put right; nothing moves by this.
 * @throws AppError FINDING_NOT_FOUND, FINDING_RESOLVED, RESOLUTION_UNFIT
 */
export async function resolveFinding(
  ctx: DomainContext,
  { findingId, resolution, note, actor }: ResolveFindingInput & { actor: Actor },
): Promise<{ billId: string }> {
  return inTransaction(ctx, async (tx) => {
    const finding = await tx.prisma.billFinding.findUnique({
      where: { id: findingId },
      select: { billId: true, kind: true, key: true, ourFen: true, theirFen: true },
    })
    if (!finding) throw new AppError('FINDING_NOT_FOUND')
    const { billId, kind, key, ourFen, theirFen } = finding
    if (!resolutionsOf[storedFindingKind(kind)].includes(resolution)) throw new AppError('RESOLUTION_UNFIT')
    const { count } = await tx.prisma.billFinding.updateMany({
      where: { id: findingId, resolution: null },
      data: { resolution, note, actorId: actor.userId, resolvedAt: tx.clock.now() },
    })
    if (count === 0) throw new AppError('FINDING_RESOLVED')
    await writeAuditRow(tx, {
      actorId: actor.userId,
      permission: 'reconciliation:resolve',
      action: 'reconciliation.resolve',
      target: formatId('billFinding', findingId),
      before: { kind, key, ourFen, theirFen },
      after: { resolution, note },
      requestId: actor.requestId,
    })
    return { billId }
  })
}
