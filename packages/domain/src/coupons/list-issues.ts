import type { CouponIssueDto } from '@mozhou/contracts/coupons/admin-answers'
import type { ListIssuesInput } from '@mozhou/contracts/coupons/admin-inputs'
import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { Page } from '@mozhou/contracts/page'
import type { Prisma } from '@mozhou/db/client'
import type { DomainContext } from '../context.ts'
import { afterCursor, newestFirst, toPage } from '../paging.ts'
import { storedIssueEndReason, storedIssueStatus } from '../stored-columns.ts'
import { storedAudience } from '../coupon-face.ts'

const issueSelect = {
  id: true,
  couponId: true,
  audience: true,
  note: true,
  status: true,
  endReason: true,
  total: true,
  issued: true,
  skipped: true,
  createdAt: true,
  endedAt: true,
  actor: { select: { username: true } },
} as const satisfies Prisma.CouponIssueSelect

type IssueDto = Omit<CouponIssueDto, 'workflowUrl'>

/** How often a coupon was issued, the newest first. */
export async function listIssues(
  ctx: Pick<DomainContext, 'prisma'>,
  { couponId, cursor, limit }: ListIssuesInput,
): Promise<Page<IssueDto>> {
  const rows = await ctx.prisma.couponIssue.findMany({
    where: { couponId, ...afterCursor(cursor) },
    orderBy: newestFirst,
    take: limit + 1,
    select: issueSelect,
  })
  return toPage(rows, limit, toDto)
}

/** @throws AppError COUPON_ISSUE_NOT_FOUND */
export async function getIssue(
  ctx: Pick<DomainContext, 'prisma'>,
  { issueId }: { issueId: string },
): Promise<IssueDto> {
  const row = await ctx.prisma.couponIssue.findUnique({ where: { id: issueId }, select: issueSelect })
  if (!row) throw new AppError('COUPON_ISSUE_NOT_FOUND')
  return toDto(row)
}

function toDto(row: Prisma.CouponIssueGetPayload<{ select: typeof issueSelect }>): IssueDto {
  const { id, couponId, audience, status, endReason, actor, createdAt, endedAt, ...counts } = row
  return {
    ...counts,
    id: formatId('couponIssue', id),
    couponId: formatId('coupon', couponId),
    audience: audience === null ? null : storedAudience(audience),
    status: storedIssueStatus(status),
    endReason: endReason === null ? null : storedIssueEndReason(endReason),
    actor: actor.username,
    createdAt: createdAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  }
}

/** Younger ones are still in the hands of the process that made them. */
const leftAloneMs = 30_000

/** Issues that are not over: whoever sweeps starts the workflows that are missing. */
export async function findOpenIssues(ctx: Pick<DomainContext, 'prisma' | 'clock'>): Promise<string[]> {
  const before = new Date(ctx.clock.now().getTime() - leftAloneMs)
  const rows = await ctx.prisma.couponIssue.findMany({
    where: { endedAt: null, createdAt: { lt: before } },
    orderBy: { createdAt: 'asc' },
    take: 100,
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}
