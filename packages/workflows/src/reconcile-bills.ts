import { executeChild, proxyActivities, sleep, upsertSearchAttributes } from '@temporalio/workflow'
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common'
import type { Activities, DueBill } from './activities.ts'
import { createChecklist } from './checklist.ts'
import { billWorkflowId } from './ids.ts'
import { billStep, productionBillPace } from './options.ts'
import type { BillPace } from './options.ts'
import { searchKeys } from './search-attributes.ts'

type BillActivities = Pick<Activities, 'dueBills' | 'fetchBill' | 'compareBill'>
const bills = proxyActivities<BillActivities>(billStep)

/** Every bill that is due, each in a run of its own: one that a channel keeps back holds up no other. */
export async function reconcileBills(
  input: { day?: string; pace?: BillPace } = {},
): Promise<{ bills: number; open: number }> {
  const due = await bills.dueBills({ day: input.day ?? null })
  const pace = input.pace ?? productionBillPace
  const open = await Promise.all(due.map((bill) => ofItsOwn(bill, pace)))
  return { bills: due.length, open: open.reduce((sum, count) => sum + count, 0) }
}

async function ofItsOwn(bill: DueBill, pace: BillPace): Promise<number> {
  const summary = `${bill.kind === 'flow' ? '资金对账' : '对账'} ${bill.day} · ${bill.channel}`
  try {
    const { open } = await executeChild(reconcileBill, {
      workflowId: billWorkflowId(bill),
      args: [{ ...bill, pace }],
      staticSummary: summary,
      memo: { summary },
    })
    return open
  } catch (cause) {
    // Somebody works on it.
    if (cause instanceof WorkflowExecutionAlreadyStartedError) return 0
    throw cause
  }
}

/** One channel's bill of one day: waited for, kept, compared. A day with differences needs a person. */
export async function reconcileBill({ pace, ...bill }: DueBill & { pace: BillPace }): Promise<{ open: number }> {
  const checklist = createChecklist()
  checklist.doing('等待渠道出账单')
  for (let tries = 1; (await bills.fetchBill(bill)) === 'not_ready'; tries += 1) {
    if (tries >= pace.tries) return notReady(checklist)
    await sleep(pace.notReadyMs)
  }
  checklist.done('账单已存档')
  checklist.doing('逐笔核对')
  const { open } = await bills.compareBill(bill)
  checklist.done(open === 0 ? '没有差异' : `${open} 处差异待处理`)
  if (open > 0) needsAttention()
  return { open }
}

function notReady(checklist: ReturnType<typeof createChecklist>): { open: number } {
  checklist.failed('渠道一直没有出账单，明天再取')
  needsAttention()
  return { open: 0 }
}

function needsAttention(): void {
  upsertSearchAttributes([{ key: searchKeys.needsAttention, value: true }])
}
