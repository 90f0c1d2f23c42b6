import type { CouponIssueDto } from '@mozhou/contracts/coupons/admin-answers'
import { parseId } from '@mozhou/contracts/ids'
import { getIssue } from '@mozhou/domain/coupons/list-issues'
import { couponIssueWorkflowId } from '@mozhou/workflows/ids'
import type { Context } from '../context.ts'

/** An issue with the way to its run; people who were named had none. */
export function shownIssue(
  { workflows }: Pick<Context, 'workflows'>,
  issue: Omit<CouponIssueDto, 'workflowUrl'>,
): CouponIssueDto {
  const issueId = issue.audience === null ? null : parseId('couponIssue', issue.id)
  return { ...issue, workflowUrl: issueId === null ? null : workflows.pageOf(couponIssueWorkflowId(issueId)) }
}

export async function issueById(ctx: Pick<Context, 'domain' | 'workflows'>, issueId: string): Promise<CouponIssueDto> {
  return shownIssue(ctx, await getIssue(ctx.domain, { issueId }))
}
