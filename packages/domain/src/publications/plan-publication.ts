import type { TxContext } from '../context.ts'
import { AppError } from '@mozhou/contracts/errors'
import { changePublication } from './lock-publication.ts'
import type { LockedPublication } from './lock-publication.ts'
import { movePublication } from './move-publication.ts'
import type { PublicationsContext } from './publications-context.ts'
import { slotFrom } from './slot-rules.ts'

/** What a run does next, by the row; `end` is what it needs no run for any more. */
export type PublicationStep =
  | { step: 'wait'; ms: number; status: string }
  | { step: 'prepare' | 'find_lost' | 'look'; status: string }
  | { step: 'end'; status: string }

/** A run looks again by itself after so long, whatever it is waiting for. */
const longestWaitMs = 24 * 3_600_000

/**
 * Where a publication stands and what is to be done: the one question that a run asks before it does anything. At its time it takes a slot of
 * its account; of two runs that come at once one takes it.
 */
export async function planPublication(
  ctx: PublicationsContext,
  { publicationId }: { publicationId: string },
): Promise<PublicationStep> {
  try {
    return await changePublication(ctx, { publicationId }, (tx, row) => plan(ctx, tx, row))
  } catch (cause) {
    // Gone with its account.
    if (cause instanceof AppError && cause.code === 'PUBLICATION_NOT_FOUND') return { step: 'end', status: 'gone' }
    throw cause
  }
}

async function plan(ctx: PublicationsContext, tx: TxContext, row: LockedPublication): Promise<PublicationStep> {
  const { status } = row
  const now = tx.clock.now()
  const after = (at: Date | null): number => (at === null ? 0 : at.getTime() - now.getTime())
  const wait = (ms: number): PublicationStep => ({ step: 'wait', ms: Math.min(ms, longestWaitMs), status })
  switch (status) {
    case 'scheduled': {
      const early = Math.max(after(row.dueAt), after(row.nextLookAt))
      if (early > 0) return wait(early)
      return row.nextLookAt === null ? takeSlot(ctx, tx, row) : begin(tx, row)
    }
    case 'preparing': {
      const early = after(row.nextLookAt)
      return early > 0 ? wait(early) : { step: 'prepare', status }
    }
    case 'submitted': {
      const early = after(row.nextLookAt)
      return early > 0 ? wait(early) : { step: row.ref === null ? 'find_lost' : 'look', status }
    }
    case 'in_review': {
      const early = after(row.nextLookAt)
      return early > 0 ? wait(early) : { step: 'look', status }
    }
    case 'draft':
    case 'awaiting_user':
    case 'needs_attention':
    case 'published':
    case 'rejected':
    case 'failed':
    case 'unconfirmed':
    case 'expired':
    case 'cancelled':
    case 'removed':
      return { step: 'end', status }
  }
}

/** The next free moment of its account by pace and hours: each has one of its own, so that nobody comes twice for the same. */
async function takeSlot(ctx: PublicationsContext, tx: TxContext, row: LockedPublication): Promise<PublicationStep> {
  const now = tx.clock.now()
  await tx.prisma.$executeRaw`SELECT 1 FROM platform_accounts WHERE id = ${row.accountId}::uuid FOR UPDATE`
  const account = await tx.prisma.platformAccount.findUniqueOrThrow({
    where: { id: row.accountId },
    select: { nextSlotAt: true, windowFrom: true, windowTo: true, paceMinutes: true },
  })
  const { windowFrom: from, windowTo: to } = account
  const window = from === null || to === null ? null : { from, to }
  const slot = slotFrom(now, { nextSlotAt: account.nextSlotAt, window })
  const paceMs = Math.max(account.paceMinutes * 60_000, ctx.connectors[row.platform]?.facts.paceMs ?? 0)
  await tx.prisma.platformAccount.update({
    where: { id: row.accountId },
    data: { nextSlotAt: new Date(slot.getTime() + paceMs) },
    select: { id: true },
  })
  if (slot <= now) return begin(tx, row)
  await tx.prisma.publication.update({ where: { id: row.id }, data: { nextLookAt: slot }, select: { id: true } })
  return { step: 'wait', ms: Math.min(slot.getTime() - now.getTime(), longestWaitMs), status: row.status }
}

async function begin(tx: TxContext, row: LockedPublication): Promise<PublicationStep> {
  const set = { startedAt: tx.clock.now(), nextLookAt: null, looks: 0 }
  await movePublication(tx, row, { to: 'preparing', source: 'workflow', set })
  return { step: 'prepare', status: row.status }
}
