import { proxyActivities, upsertSearchAttributes } from '@temporalio/workflow'
import type { Activities } from './activities.ts'
import { createChecklist } from './checklist.ts'
import { couponIssueStep } from './options.ts'
import { searchKeys } from './search-attributes.ts'

const activities = proxyActivities<Pick<Activities, 'advanceCouponIssue'>>(couponIssueStep)

/**
 * A coupon for everybody of an audience. The rows say how far it is: each step goes on where the last batch was stored, whoever stored it, and an
 * operator who stops it is heard between two batches.
 */
export async function issueCoupons({ issueId }: { issueId: string }): Promise<{ issued: number; skipped: number }> {
  const checklist = createChecklist()
  checklist.doing('逐批发放优惠券')
  for (;;) {
    const { isOver, total, issued, skipped } = await activities.advanceCouponIssue({ issueId })
    if (!isOver) {
      checklist.doing(`已发放 ${issued} / ${total}`)
      continue
    }
    checklist.done(`已发放 ${issued}，跳过 ${skipped}，名单共 ${total}`)
    upsertSearchAttributes([{ key: searchKeys.bizStatus, value: 'done' }])
    return { issued, skipped }
  }
}
