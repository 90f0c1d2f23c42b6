import { deletionSteps } from '@mozhou/contracts/account-deletion/kinds'
import { formatId } from '@mozhou/contracts/ids'
import { Prisma } from '@mozhou/db/client'
import { lockUser } from '../accounts/lock-user.ts'
import { markGiftSpent, marksOfAddress } from '../accounts/spent-gifts.ts'
import type { AddressMarks } from '../accounts/spent-gifts.ts'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import type { DomainContext, TxContext } from '../context.ts'
import { invalidateMembership } from '../memberships/get-membership.ts'
import { inTransaction } from '../transaction.ts'
import { lockRemoving } from './remove-part.ts'

/** No hash that a password could have. */
const noPassword = 'deleted'

/**
 * The last step: the row of the person stays, for ledger, orders, payments and audit refer to it, and says nobody's name. The address is free
 * again; that it had the sign-up gift is kept as a mark that only our key can make. Once, with its audit row.
 * @throws Error while a step is not through
 */
export async function finishRemoval(ctx: DomainContext, { deletionId }: { deletionId: string }): Promise<void> {
  const { user } = await ctx.prisma.accountDeletion.findUniqueOrThrow({
    where: { id: deletionId },
    select: { user: { select: { id: true, emailKey: true } } },
  })
  const marks = user.emailKey === null ? null : marksOfAddress(ctx, user.emailKey)
  await inTransaction(ctx, async (tx) => {
    await tx.prisma.$executeRaw(lockUser(user.id))
    const deletion = await lockRemoving(tx, deletionId)
    if (deletion === null) return
    const missing = deletionSteps.filter((step) => !deletion.doneSteps.includes(step))
    if (missing.length > 0) throw new Error(`the removal lacks ${missing.join(', ')}`)
    await keepMark(tx, user.id, marks)
    const now = tx.clock.now()
    await forgetName(tx, user.id)
    await tx.prisma.accountDeletion.update({
      where: { id: deletionId },
      data: { status: 'done', endedAt: now },
      select: { id: true },
    })
    await writeAuditRow(tx, {
      actorId: null,
      permission: 'none',
      action: 'user.delete',
      target: formatId('user', user.id),
      before: { status: 'closing' },
      after: { status: 'deleted', deletion: formatId('accountDeletion', deletionId), removed: deletion.counts },
      requestId: `deletion:${deletionId}`,
    })
  })
  await invalidateMembership(ctx, user.id)
}

async function keepMark(tx: TxContext, userId: string, marks: AddressMarks | null): Promise<void> {
  if (marks === null) return
  const { signupGift } = await tx.prisma.user.findUniqueOrThrow({ where: { id: userId }, select: { signupGift: true } })
  // Accounts from before the note have the entry alone.
  const entries = await tx.prisma.creditEntry.count({ where: { idempotencyKey: `signup:${userId}` } })
  if (signupGift === 'given_before' || entries > 0) await markGiftSpent(tx, marks)
}

async function forgetName(tx: TxContext, userId: string): Promise<void> {
  const now = tx.clock.now()
  await tx.prisma.user.update({
    where: { id: userId },
    data: {
      status: 'deleted',
      deletedAt: now,
      updatedAt: now,
      username: '',
      usernameKey: null,
      usernameShape: null,
      email: '',
      emailKey: null,
      emailVerifiedAt: null,
      displayName: '',
      passwordHash: noPassword,
      passwordChangedAt: now,
      locale: null,
      firstTouch: Prisma.DbNull,
      suspendedReason: null,
    },
    select: { id: true },
  })
}
