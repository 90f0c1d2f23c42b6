import { deletionSteps } from '@mozhou/contracts/account-deletion/kinds'
import type { DeletionHindrance, DeletionStep } from '@mozhou/contracts/account-deletion/kinds'
import { lockUser } from '../accounts/lock-user.ts'
import type { DomainContext, TxContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { findHindrances } from './find-hindrances.ts'
import { removals } from './steps.ts'

export type RemovalBegun =
  | { kind: 'removing'; steps: { step: DeletionStep; label: string }[] }
  /** The sweep looks again later. */
  | { kind: 'hindered'; hindrances: DeletionHindrance[] }
  /** Taken back, not due, or done. */
  | { kind: 'over' }

/**
 * The point of no return: from here on the account cannot be had back. What came in the way meanwhile (a late payment, a refund that somebody
 * began) keeps it open, and is written down for operators.
 */
export function beginRemoval(
  ctx: Pick<DomainContext, keyof TxContext>,
  { deletionId }: { deletionId: string },
): Promise<RemovalBegun> {
  return inTransaction(ctx, async (tx) => {
    const { userId } = await tx.prisma.accountDeletion.findUniqueOrThrow({
      where: { id: deletionId },
      select: { userId: true },
    })
    await tx.prisma.$executeRaw(lockUser(userId))
    const { status, dueAt } = await tx.prisma.accountDeletion.findUniqueOrThrow({
      where: { id: deletionId },
      select: { status: true, dueAt: true },
    })
    const now = tx.clock.now()
    if (status === 'removing') return removing()
    if (status !== 'pending' || dueAt > now) return { kind: 'over' }
    const hindrances = await findHindrances(tx, { userId, withPending: true })
    await tx.prisma.accountDeletion.update({
      where: { id: deletionId },
      data: {
        triedAt: now,
        hindrances,
        ...(hindrances.length === 0 && { status: 'removing', begunAt: now }),
      },
      select: { id: true },
    })
    return hindrances.length === 0 ? removing() : { kind: 'hindered', hindrances }
  })
}

const removing = (): RemovalBegun => ({
  kind: 'removing',
  steps: deletionSteps.map((step) => ({ step, label: removals[step].label })),
})
