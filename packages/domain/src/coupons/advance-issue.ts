import type { CouponIssueEndReason } from '@mozhou/contracts/coupons/kinds'
import { AppError } from '@mozhou/contracts/errors'
import { Prisma } from '@mozhou/db/client'
import type { DomainContext, TxContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { storedIssueEndReason } from '../stored-columns.ts'
import { wasMeant } from './audience.ts'
import { storedAudience } from '../coupon-face.ts'
import { giveToMany } from './give-to-many.ts'
import { tellReceived } from './tell-received.ts'

/** Over well within a transaction's time. */
const batchSize = 1_000
/** Of people who are given none, which costs a row and no more. */
const leftOutBatchSize = 5_000

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
  endReason: string | null
  cursor: string | null
  createdAt: Date
}

/**
 * Gives batch after batch until the issue is over or its time is: each one transaction with its coupons, who got none and why, their counts, the
 * news of them and where the next begins, so that whoever goes on, after whatever end, gives nobody a second one and leaves nobody out. Once
 * nothing more is given, the rest are written down as such in the same way.
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
    return inTransaction(ctx, (tx) => giveNoMore(tx, issueId, 'coupon_off'))
  }
}

/** @returns whether it is over. */
async function giveBatch(tx: TxContext, issueId: string): Promise<boolean> {
  const [issue] = await tx.prisma.$queryRaw<LockedIssue[]>`
    SELECT coupon_id AS "couponId", audience, status, end_reason AS "endReason", cursor, created_at AS "createdAt"
    FROM coupon_issues WHERE id = ${issueId}::uuid FOR UPDATE`
  if (!issue) throw new Error(`no issue ${issueId}`)
  const { couponId, status } = issue
  if (status === 'stopping') return leaveOut(tx, issueId, issue)
  if (status !== 'running') return true
  const people = nextPeople(issue, batchSize)
  const batch = await giveToMany(tx, { couponId, issueId, source: 'bulk', people })
  const { given, skipped, validUntil } = batch
  const { name } = await tx.prisma.coupon.findUniqueOrThrow({ where: { id: couponId }, select: { name: true } })
  await count(tx, issueId, { last: batch.last, issued: given.length, skipped: skipped.length })
  await tellReceived(tx, { issueId, name, given, validUntil })
  const isShort = skipped.some(({ reason }) => reason === 'sold_out')
  if (batch.people < batchSize) return end(tx, issueId, isShort ? 'sold_out' : null)
  if (isShort) await giveNoMore(tx, issueId, 'sold_out')
  return false
}

/** Whoever comes after the last that was given one. @returns whether it is over. */
async function leaveOut(tx: TxContext, issueId: string, issue: LockedIssue): Promise<boolean> {
  const reason = issue.endReason === null ? 'by_hand' : storedIssueEndReason(issue.endReason)
  const [row] = await tx.prisma.$queryRaw<{ people: number; last: string | null }[]>`
    WITH people AS MATERIALIZED (${nextPeople(issue, leftOutBatchSize)}), skipped AS (
      INSERT INTO coupon_issue_skips (issue_id, user_id, reason, created_at)
      SELECT ${issueId}::uuid, id, CASE WHEN is_open THEN ${reason} ELSE 'account_closed' END, ${tx.clock.now()} FROM people
    )
    SELECT count(*)::int AS people, (SELECT id FROM people ORDER BY id DESC LIMIT 1) AS last FROM people`
  const { people = 0, last = null } = row ?? {}
  await count(tx, issueId, { last, issued: 0, skipped: people })
  return people < leftOutBatchSize && end(tx, issueId, reason)
}

/** Whom it was for when it began, in the order of ids. */
function nextPeople({ audience, cursor, createdAt }: LockedIssue, limit: number): Prisma.Sql {
  const after = cursor ?? '00000000-0000-0000-0000-000000000000'
  return Prisma.sql`
    SELECT u.id, u.status = 'active' AS is_open FROM users u
    WHERE u.id > ${after}::uuid AND ${wasMeant(storedAudience(audience), createdAt)}
    ORDER BY u.id LIMIT ${limit}`
}

interface Counted {
  last: string | null
  issued: number
  skipped: number
}

async function count(tx: TxContext, issueId: string, { last, issued, skipped }: Counted): Promise<void> {
  await tx.prisma.couponIssue.update({
    where: { id: issueId },
    data: { ...(last !== null && { cursor: last }), issued: { increment: issued }, skipped: { increment: skipped } },
    select: { id: true },
  })
}

/** @returns that it is not over: the rest are still to be written down. */
async function giveNoMore(tx: TxContext, issueId: string, endReason: CouponIssueEndReason): Promise<false> {
  await tx.prisma.couponIssue.updateMany({
    where: { id: issueId, status: 'running' },
    data: { status: 'stopping', endReason },
  })
  return false
}

async function end(tx: TxContext, issueId: string, endReason: CouponIssueEndReason | null): Promise<true> {
  await tx.prisma.couponIssue.updateMany({
    where: { id: issueId, endedAt: null },
    data: { status: endReason === null ? 'done' : 'stopped', endReason, endedAt: tx.clock.now() },
  })
  return true
}
