import type { CouponIssueEndReason } from '@mozhou/contracts/coupons/kinds'
import { AppError } from '@mozhou/contracts/errors'
import { Prisma } from '@mozhou/db/client'
import type { DomainContext, TxContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { inAudience } from './audience.ts'
import { storedAudience } from '../coupon-face.ts'
import { giveToMany } from './give-to-many.ts'
import { tellReceived } from './tell-received.ts'

/** Over well within a transaction's time. */
const batchSize = 1_000

export interface IssueProgress {
  isOver: boolean
  total: number
  issued: number
  skipped: number
}

interface LockedIssue {
  couponId: string
  audience: unknown
  status: string
  cursor: string | null
  createdAt: Date
}

/**
 * Gives batch after batch until the issue is over or its time is: each one transaction with its coupons, their count, the news of them and where
 * the next begins, so that whoever goes on, after whatever end, gives nobody a second one and leaves nobody out.
 */
export async function advanceIssue(
  ctx: Pick<DomainContext, keyof TxContext>,
  { issueId, forMs, signal }: { issueId: string; forMs: number; signal?: AbortSignal },
): Promise<IssueProgress> {
  const until = performance.now() + forMs
  for (;;) {
    signal?.throwIfAborted()
    const isOver = await nextBatch(ctx, issueId)
    if (!isOver && performance.now() < until) continue
    const counts = await ctx.prisma.couponIssue.findUniqueOrThrow({
      where: { id: issueId },
      select: { total: true, issued: true, skipped: true },
    })
    return { isOver, ...counts }
  }
}

async function nextBatch(ctx: Pick<DomainContext, keyof TxContext>, issueId: string): Promise<boolean> {
  try {
    return await inTransaction(ctx, (tx) => giveBatch(tx, issueId))
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'COUPON_NOT_ACTIVE') throw error
    return inTransaction(ctx, (tx) => end(tx, issueId, 'coupon_off'))
  }
}

/** @returns whether it is over. */
async function giveBatch(tx: TxContext, issueId: string): Promise<boolean> {
  const [issue] = await tx.prisma.$queryRaw<LockedIssue[]>`
    SELECT coupon_id AS "couponId", audience, status, cursor, created_at AS "createdAt"
    FROM coupon_issues WHERE id = ${issueId}::uuid FOR UPDATE`
  if (!issue) throw new Error(`no issue ${issueId}`)
  const { couponId, status } = issue
  if (status === 'stopping') return end(tx, issueId, 'by_hand')
  if (status !== 'running') return true
  const batch = await giveToMany(tx, { couponId, issueId, source: 'bulk', people: nextPeople(issue) })
  const { people, given, last, validUntil, left } = batch
  const { name } = await tx.prisma.coupon.findUniqueOrThrow({ where: { id: couponId }, select: { name: true } })
  await tx.prisma.couponIssue.update({
    where: { id: issueId },
    data: {
      ...(last !== null && { cursor: last }),
      issued: { increment: given.length },
      skipped: { increment: people - given.length },
    },
    select: { id: true },
  })
  await tellReceived(tx, { issueId, name, given, validUntil })
  const isShort = given.length >= left && (people === batchSize || given.length < people)
  const isLast = people < batchSize
  if (isShort || isLast) await end(tx, issueId, isShort ? 'sold_out' : null)
  return isShort || isLast
}

/** The audience as it was when the issue began, in the order of ids. */
function nextPeople({ audience, cursor, createdAt }: LockedIssue): Prisma.Sql {
  const after = cursor ?? '00000000-0000-0000-0000-000000000000'
  return Prisma.sql`
    SELECT u.id FROM users u
    WHERE u.id > ${after}::uuid AND u.created_at <= ${createdAt} AND ${inAudience(storedAudience(audience), createdAt)}
    ORDER BY u.id LIMIT ${batchSize}`
}

async function end(tx: TxContext, issueId: string, endReason: CouponIssueEndReason | null): Promise<true> {
  await tx.prisma.couponIssue.updateMany({
    where: { id: issueId, endedAt: null },
    data: { status: endReason === null ? 'done' : 'stopped', endReason, endedAt: tx.clock.now() },
  })
  return true
}
