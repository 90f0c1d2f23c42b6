import { AppError } from '@mozhou/contracts/errors'
import type { RescheduleInput } from '@mozhou/contracts/publications/inputs'
import { planDays } from '@mozhou/contracts/publications/kinds'
import type { PublicationReason, PublicationStatus } from '@mozhou/contracts/publications/kinds'
import { Prisma } from '@mozhou/db/client'
import type { TxContext } from '../context.ts'
import { findDuplicate } from './find-duplicate.ts'
import { changePublication } from './lock-publication.ts'
import type { LockedPublication } from './lock-publication.ts'
import { movePublication } from './move-publication.ts'
import type { PublicationsContext } from './publications-context.ts'
import { isPlannable } from './publish.ts'
import type { StartedPublication } from './publish.ts'
import { permitted } from './transitions.ts'

interface Own {
  userId: string
  publicationId: string
}

/**
 * Another time for one that is not on its way yet; one that waits for its person is planned anew.
 * @throws AppError PUBLICATION_NOT_FOUND, PUBLICATION_STATE, PUBLICATION_TIME, PUBLICATION_DUPLICATE
 */
export function reschedulePublication(
  ctx: PublicationsContext,
  { scheduledAt, ...own }: RescheduleInput & { userId: string },
): Promise<StartedPublication> {
  const at = new Date(scheduledAt)
  if (!isPlannable(at, ctx.clock.now())) throw new AppError('PUBLICATION_TIME', { days: planDays })
  return replan(ctx, own, { scheduledAt: at, dueAt: at })
}

/** @throws AppError PUBLICATION_NOT_FOUND, PUBLICATION_STATE, PUBLICATION_DUPLICATE */
export function publishNow(ctx: PublicationsContext, own: Own): Promise<StartedPublication> {
  return replan(ctx, own, { dueAt: ctx.clock.now() })
}

/**
 * Tries one again of which it is known that nothing is out. Never one whose outcome is unknown. `note` is an operator's, who did it.
 * @throws AppError PUBLICATION_NOT_FOUND, PUBLICATION_STATE, PUBLICATION_DUPLICATE
 */
export function retryPublication(
  ctx: PublicationsContext,
  { publicationId, userId, note }: { publicationId: string; userId?: string; note?: (tx: TxContext) => Promise<void> },
): Promise<StartedPublication> {
  return changePublication(ctx, { publicationId, userId }, async (tx, row) => {
    if (!permitted(row.status, row).retry) throw new AppError('PUBLICATION_STATE')
    await again(tx, row, { dueAt: tx.clock.now() }, note ? 'operator' : 'person')
    await note?.(tx)
    return startOf(tx, row.id)
  })
}

function replan(
  ctx: PublicationsContext,
  own: Own,
  times: { scheduledAt?: Date; dueAt: Date },
): Promise<StartedPublication> {
  return changePublication(ctx, own, async (tx, row) => {
    if (!permitted(row.status).reschedule) throw new AppError('PUBLICATION_STATE')
    if (row.status === 'scheduled')
      await tx.prisma.publication.update({
        where: { id: row.id },
        // Its turn among the others of its account was for another time.
        data: { ...times, nextLookAt: null, updatedAt: tx.clock.now() },
        select: { id: true },
      })
    else await again(tx, row, times, 'person')
    return startOf(tx, row.id)
  })
}

const endedBy: Readonly<Partial<Record<PublicationStatus, PublicationReason>>> = {
  expired: 'handoff_expired',
  rejected: 'review_refused',
}

/** A round of its own, with a run and uploads of its own; what was asked before is known to have come to nothing. */
async function again(
  tx: TxContext,
  row: LockedPublication,
  times: { scheduledAt?: Date; dueAt: Date },
  source: 'person' | 'operator',
): Promise<void> {
  const same = { accountId: row.accountId, hash: row.contentHash, except: row.id }
  if ((await findDuplicate(tx, same)) !== null) {
    const { name: account } = await tx.prisma.platformAccount.findUniqueOrThrow({
      where: { id: row.accountId },
      select: { name: true },
    })
    throw new AppError('PUBLICATION_DUPLICATE', { account })
  }
  // A hand-over that nobody used in time, or what the platform itself could not do.
  await tx.prisma.publicationAttempt.updateMany({
    where: { publicationId: row.id, status: { not: 'refused' } },
    data: {
      status: 'refused',
      reason: endedBy[row.status] ?? 'platform_failed',
      endedAt: tx.clock.now(),
    },
  })
  await movePublication(tx, row, {
    to: 'scheduled',
    source,
    set: {
      ...times,
      round: { increment: 1 },
      runStartedAt: null,
      startedAt: null,
      uploads: Prisma.DbNull,
      ref: Prisma.DbNull,
      refId: null,
      handoff: Prisma.DbNull,
      url: null,
      nextLookAt: null,
      looks: 0,
    },
  })
}

async function startOf(tx: TxContext, id: string): Promise<StartedPublication> {
  const row = await tx.prisma.publication.findUniqueOrThrow({
    where: { id },
    select: { userId: true, accountId: true, platform: true, round: true, batchId: true },
  })
  return { publicationId: id, ...row }
}

/**
 * Takes one back that nobody has sent, or that its person was to finish by hand. What is being sent, or may have been, cannot be.
 * @throws AppError PUBLICATION_NOT_FOUND, PUBLICATION_STATE
 */
export function cancelPublication(ctx: PublicationsContext, own: Own): Promise<StartedPublication> {
  return changePublication(ctx, own, async (tx, row) => {
    if (!permitted(row.status).cancel) throw new AppError('PUBLICATION_STATE')
    await movePublication(tx, row, {
      to: 'cancelled',
      source: 'person',
      reason: 'by_person',
      set: { nextLookAt: null },
    })
    return startOf(tx, row.id)
  })
}
