import type { DeletionRequestedDto, LostDto } from '@mozhou/contracts/account-deletion/answers'
import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import { lockUser } from '../accounts/lock-user.ts'
import { revokeSessions } from '../accounts/revoke-sessions.ts'
import type { TxContext } from '../context.ts'
import { notify } from '../notifications/notify.ts'
import { cancelOrder } from '../orders/cancel-order.ts'
import type { OrdersContext } from '../orders/orders-context.ts'
import { cancelRenewal } from '../orders/renewals/cancel-renewal.ts'
import { findHindrances } from './find-hindrances.ts'

const dayMs = 86_400_000

/** Who wants it, where it is not the person themself. */
export type Starter = { startedById: string; reason: string } | null

export interface ClosedAccount {
  deletion: DeletionRequestedDto
  /** False when it was closed already. */
  isNew: boolean
}

/** Refuses early, before anything is closed at a channel. @throws AppError DELETION_HINDERED */
export async function refuseHindered(
  ctx: Pick<TxContext, 'prisma'>,
  input: { userId: string; withPending: boolean },
): Promise<void> {
  const hindrances = await findHindrances(ctx, input)
  if (hindrances.length > 0) throw new AppError('DELETION_HINDERED', { hindrances: hindrances.join(',') })
}

/**
 * What nobody has paid yet is closed, and an agreement to renew is ended with its channel: nothing may be taken from whoever has gone. Both are
 * done before the account is closed, so that an attempt that fails leaves an account that works.
 * @throws AppError CHANNEL_UNAVAILABLE
 */
export async function settleWithChannels(ctx: OrdersContext, { userId }: { userId: string }): Promise<void> {
  const open = await ctx.prisma.renewal.count({ where: { userId, status: { in: ['active', 'signing'] } } })
  if (open > 0) await cancelRenewal(ctx, { userId })
  const pending = await ctx.prisma.order.findMany({ where: { userId, status: 'pending' }, select: { id: true } })
  for (const { id: orderId } of pending) await closePending(ctx, { userId, orderId })
}

async function closePending(ctx: OrdersContext, order: { userId: string; orderId: string }): Promise<void> {
  try {
    await cancelOrder(ctx, order)
  } catch (cause) {
    // Paid a moment ago: then it is fulfilled, which is what was wanted.
    if (!(cause instanceof AppError) || cause.code !== 'ORDER_NOT_PENDING') throw cause
  }
}

/**
 * Closes the account: nobody is signed in any more, and its day is set. Once open, it is found again.
 * @throws AppError DELETION_HINDERED, USER_NOT_FOUND for one that is deleted already
 */
export async function closeAccount(
  tx: TxContext,
  { userId, starter, lost }: { userId: string; starter: Starter; lost: LostDto },
): Promise<ClosedAccount> {
  await tx.prisma.$executeRaw(lockUser(userId))
  const open = await tx.prisma.accountDeletion.findFirst({
    where: { userId, status: { in: ['pending', 'removing'] } },
    select: { id: true, dueAt: true },
  })
  if (open) return { deletion: toRequested(open), isNew: false }
  await refuseHindered(tx, { userId, withPending: true })
  const now = tx.clock.now()
  const dueAt = new Date(now.getTime() + tx.settings.deletionRegretDays * dayMs)
  const row = await tx.prisma.accountDeletion.create({
    data: { id: tx.newId(), userId, ...starter, lost, createdAt: now, dueAt },
    select: { id: true, dueAt: true },
  })
  const closed = await tx.prisma.user.updateMany({
    where: { id: userId, status: { in: ['active', 'suspended'] } },
    data: { status: 'closing', updatedAt: now },
  })
  if (closed.count === 0) throw new AppError('USER_NOT_FOUND')
  await revokeSessions(tx, { where: { userId }, reason: 'account_closing' })
  const event = { kind: 'account_closing', params: { dueAt: dueAt.toISOString() } } as const
  await notify(tx, { userId, event, key: `account_closing:${row.id}` })
  return { deletion: toRequested(row), isNew: true }
}

const toRequested = ({ id, dueAt }: { id: string; dueAt: Date }): DeletionRequestedDto => ({
  id: formatId('accountDeletion', id),
  dueAt: dueAt.toISOString(),
})
