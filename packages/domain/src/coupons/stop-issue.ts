import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { Actor } from '../audit/actor.ts'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import type { DomainContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'

/** The batch under way is finished, and no other is given; what was given stays given. @throws AppError COUPON_ISSUE_NOT_FOUND */
export function stopIssue(ctx: DomainContext, { issueId, actor }: { issueId: string; actor: Actor }): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const issue = await tx.prisma.couponIssue.findUnique({ where: { id: issueId }, select: { couponId: true } })
    if (!issue) throw new AppError('COUPON_ISSUE_NOT_FOUND')
    const { count } = await tx.prisma.couponIssue.updateMany({
      where: { id: issueId, status: 'running' },
      data: { status: 'stopping', endReason: 'by_hand' },
    })
    if (count === 0) return
    await writeAuditRow(tx, {
      actorId: actor.userId,
      permission: 'coupon:issue',
      action: 'coupon.issue-stop',
      target: formatId('coupon', issue.couponId),
      after: { issue: formatId('couponIssue', issueId) },
      requestId: actor.requestId,
    })
  })
}
