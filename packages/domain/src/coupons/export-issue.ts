import type { Locale } from '@mozhou/contracts/accounts/locales'
import { byteOrderMark, csvLines } from '@mozhou/contracts/csv'
import type { CsvCell } from '@mozhou/contracts/csv'
import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { Actor } from '../audit/actor.ts'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import type { DomainContext } from '../context.ts'
import { beijingTime, dayOf } from '../shanghai-day.ts'
import { storedSkipReason } from '../stored-columns.ts'
import { inTransaction } from '../transaction.ts'
import { issueFileWords } from './issue-file-words.ts'

/** Read and held at a time, however many people the issue has. */
const pageRows = 2_000

export interface IssueFile {
  name: string
  /** Part after part, each read when it is asked for. */
  parts: AsyncIterable<string>
}

interface Asked {
  issueId: string
  locale: Locale
  actor: Actor
}

/**
 * Everybody whom an issue has looked at, once each: who was given one, and who was not and why. Of one that is under way, so far. That it was asked
 * for is written down before anything is read. @throws AppError COUPON_ISSUE_NOT_FOUND
 */
export async function exportIssue(ctx: DomainContext, { issueId, locale, actor }: Asked): Promise<IssueFile> {
  const issue = await inTransaction(ctx, async (tx) => {
    const found = await tx.prisma.couponIssue.findUnique({ where: { id: issueId }, select: issueSelect })
    if (!found) throw new AppError('COUPON_ISSUE_NOT_FOUND')
    const { coupon, issued, skipped, endedAt } = found
    await writeAuditRow(tx, {
      actorId: actor.userId,
      permission: 'coupon:read',
      action: 'coupon.issue-export',
      target: formatId('coupon', coupon.id),
      after: { issue: formatId('couponIssue', issueId), issued, skipped, isOver: endedAt !== null },
      requestId: actor.requestId,
    })
    return found
  })
  const soFar = issue.endedAt === null ? '-so-far' : ''
  return {
    name: `mozhou-coupon-issue-${dayOf(ctx.clock.now())}${soFar}.csv`,
    parts: partsOf(ctx, { id: issueId, coupon: issue.coupon.name, by: issue.actor.username, note: issue.note }, locale),
  }
}

const issueSelect = {
  note: true,
  issued: true,
  skipped: true,
  endedAt: true,
  coupon: { select: { id: true, name: true } },
  actor: { select: { username: true } },
} as const

interface ExportedIssue {
  id: string
  coupon: string
  by: string
  note: string
}

async function* partsOf(
  ctx: Pick<DomainContext, 'prisma'>,
  { id, coupon, by, note }: ExportedIssue,
  locale: Locale,
): AsyncGenerator<string> {
  const { headers, given, notGiven, reasons, deleted } = issueFileWords[locale]
  const toCells = (row: Outcome): CsvCell[] => [
    formatId('user', row.userId),
    row.username || deleted,
    row.reason === null ? given : notGiven,
    row.reason && reasons[storedSkipReason(row.reason)],
    coupon,
    row.userCouponId && formatId('userCoupon', row.userCouponId),
    row.validUntil && beijingTime(row.validUntil),
    by || deleted,
    note,
    beijingTime(row.at),
  ]
  yield byteOrderMark + csvLines([headers])
  let after: string | undefined = '00000000-0000-0000-0000-000000000000'
  while (after !== undefined) {
    const rows: Outcome[] = await readOutcomes(ctx, id, after)
    if (rows.length > 0) yield csvLines(rows.map(toCells))
    after = rows.length < pageRows ? undefined : rows.at(-1)?.userId
  }
}

interface Outcome {
  userId: string
  username: string
  /** Null for whoever was given one. */
  reason: string | null
  userCouponId: string | null
  validUntil: Date | null
  at: Date
}

/** By the person's id, as the issue goes through them: each half is read along its own index and no further than the page. */
function readOutcomes({ prisma }: Pick<DomainContext, 'prisma'>, issueId: string, after: string): Promise<Outcome[]> {
  return prisma.$queryRaw<Outcome[]>`
    SELECT o.user_id AS "userId", u.username, o.reason, o.user_coupon_id AS "userCouponId", o.valid_until AS "validUntil", o.at
    FROM (
      (SELECT user_id, NULL AS reason, id AS user_coupon_id, valid_until, created_at AS at FROM user_coupons
        WHERE issue_id = ${issueId}::uuid AND user_id > ${after}::uuid ORDER BY user_id LIMIT ${pageRows})
      UNION ALL
      (SELECT user_id, reason, NULL, NULL, created_at FROM coupon_issue_skips
        WHERE issue_id = ${issueId}::uuid AND user_id > ${after}::uuid ORDER BY user_id LIMIT ${pageRows})
      ORDER BY user_id LIMIT ${pageRows}
    ) o JOIN users u ON u.id = o.user_id
    ORDER BY o.user_id`
}
