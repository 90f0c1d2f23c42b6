import { proxyActivities, upsertSearchAttributes } from '@temporalio/workflow'
import type { Activities } from './activities.ts'
import { createChecklist } from './checklist.ts'
import { removalStep } from './options.ts'
import { searchKeys } from './search-attributes.ts'

type DeletionActivities = Pick<Activities, 'beginRemoval' | 'removePart' | 'finishRemoval'>
const steps = proxyActivities<DeletionActivities>(removalStep)

/**
 * Carries out the deletion of an account whose days of regret are over: a step for each thing that is removed, and the name last. What came in
 * the way meanwhile ends the run; the sweep begins another one later.
 */
export async function accountDeletion({ deletionId }: { deletionId: string }): Promise<{ outcome: string }> {
  const checklist = createChecklist()
  checklist.doing('核对有没有没处理完的事')
  const begun = await steps.beginRemoval({ deletionId })
  if (begun.kind !== 'removing') {
    checklist.failed(begun.kind === 'hindered' ? `还不能删除：${begun.hindrances.join('、')}` : '已撤销，或还没到时间')
    return ended(begun.kind)
  }
  checklist.done('可以删除，从现在起不能撤销')
  for (const { step, label } of begun.steps) {
    checklist.doing(label)
    const { removed } = await steps.removePart({ deletionId, step })
    checklist.done(`${label}：${removed} 条`)
  }
  checklist.doing('抹去姓名和邮箱')
  await steps.finishRemoval({ deletionId })
  checklist.done('已抹去姓名和邮箱，流水和订单保留')
  return ended('done')
}

function ended(outcome: string): { outcome: string } {
  upsertSearchAttributes([{ key: searchKeys.bizStatus, value: outcome }])
  return { outcome }
}
