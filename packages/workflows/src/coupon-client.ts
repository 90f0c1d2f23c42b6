import { formatId } from '@mozhou/contracts/ids'
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client'
import type { WorkflowClient } from '@temporalio/client'
import { TypedSearchAttributes } from '@temporalio/common'
import { couponIssueWorkflowId } from './ids.ts'
import type { issueCoupons } from './issue-coupons.ts'
import { coreQueue } from './options.ts'
import { searchKeys } from './search-attributes.ts'

/** Has a bulk issue carried out; nothing when it is under way. One that has ended is only looked at again. */
export async function startCouponIssue(client: WorkflowClient, issueId: string): Promise<void> {
  try {
    await client.start<typeof issueCoupons>('issueCoupons', {
      workflowId: couponIssueWorkflowId(issueId),
      taskQueue: coreQueue,
      workflowIdConflictPolicy: 'USE_EXISTING',
      args: [{ issueId }],
      staticSummary: '批量发放优惠券',
      memo: { summary: `批量发放优惠券 ${formatId('couponIssue', issueId)}` },
      typedSearchAttributes: new TypedSearchAttributes([
        { key: searchKeys.bizType, value: 'coupon-issue' },
        { key: searchKeys.bizStatus, value: 'running' },
      ]),
    })
  } catch (cause) {
    if (!(cause instanceof WorkflowExecutionAlreadyStartedError)) throw cause
  }
}
