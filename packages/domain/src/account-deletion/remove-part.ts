import type { DeletionStep } from '@mozhou/contracts/account-deletion/kinds'
import type { OrdersContext } from '../orders/orders-context.ts'
import { inTransaction } from '../transaction.ts'
import { addCounts, readCounts, totalOf } from './removed-counts.ts'
import type { RemovedCounts } from './removed-counts.ts'
import { removals } from './steps.ts'
import type { Removal } from './removal.ts'

/**
 * One step of a removal that has begun, batch by batch. Each batch stores what it took with the taking, so that a step that is cut off and run
 * again goes on where it was and counts nothing twice; one that is through does nothing.
 * @returns rows that the step has taken in this run
 */
export async function removePart(
  ctx: OrdersContext,
  { deletionId, step, signal }: { deletionId: string; step: DeletionStep; signal?: AbortSignal },
): Promise<{ removed: number }> {
  const removal: Removal = removals[step]
  const { userId, status, doneSteps } = await ctx.prisma.accountDeletion.findUniqueOrThrow({
    where: { id: deletionId },
    select: { userId: true, status: true, doneSteps: true },
  })
  if (status !== 'removing' || doneSteps.includes(step)) return { removed: 0 }
  const person = { userId }
  await removal.prepare?.(ctx, person)
  for (let removed = 0; ;) {
    signal?.throwIfAborted()
    const taken = await inTransaction(ctx, async (tx) => {
      const row = await lockRemoving(tx, deletionId)
      if (row === null || row.doneSteps.includes(step)) return null
      const { counts, isOver } = await removal.take(tx, person)
      await tx.prisma.accountDeletion.update({
        where: { id: deletionId },
        data: { counts: addCounts(row.counts, counts), ...(isOver && { doneSteps: [...row.doneSteps, step] }) },
        select: { id: true },
      })
      return { total: totalOf(counts), isOver }
    })
    if (taken === null) return { removed }
    removed += taken.total
    if (taken.isOver) return { removed }
  }
}

/** Null when it does not run any more. Two workers on one deletion wait for each other here. */
export async function lockRemoving(
  tx: Parameters<Removal['take']>[0],
  deletionId: string,
): Promise<{ userId: string; doneSteps: string[]; counts: RemovedCounts } | null> {
  await tx.prisma.$queryRaw`SELECT 1 FROM account_deletions WHERE id = ${deletionId}::uuid FOR UPDATE`
  const row = await tx.prisma.accountDeletion.findFirst({
    where: { id: deletionId, status: 'removing' },
    select: { userId: true, doneSteps: true, counts: true },
  })
  return row && { ...row, counts: readCounts(row.counts) }
}
