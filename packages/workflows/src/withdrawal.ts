import {
  condition,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
  sleep,
  upsertSearchAttributes,
} from '@temporalio/workflow'
import { ActivityFailure } from '@temporalio/common'
import type { Activities } from './activities.ts'
import { createChecklist } from './checklist.ts'
import { channelStep, databaseStep, vendorWriteOnce } from './options.ts'
import type { WithdrawalPace } from './options.ts'
import { searchKeys } from './search-attributes.ts'
import { withdrawalToldSignal } from './withdrawal-messages.ts'

export interface WithdrawalInput {
  withdrawalId: string
  pace: WithdrawalPace
}

const ledger = proxyLocalActivities<Pick<Activities, 'approveWithdrawal'>>(databaseStep)
const sender = proxyActivities<Pick<Activities, 'sendTransfer'>>(vendorWriteOnce)
const channel = proxyActivities<Pick<Activities, 'askTransfer'>>(channelStep)

const ended: Readonly<Record<string, string>> = {
  paid: '已到账',
  failed: '没有付成，钱已退回余额',
  cancelled: '已取消，钱已退回余额',
}
const waitingWords: Readonly<Record<string, string>> = {
  submitted: '渠道付款中',
  awaiting_confirm: '等待收款人在微信里确认（24 小时内）',
  unknown: '结果未知，只用同一单号查询，不再发起付款',
}

/** One attempt of a withdrawal, from its approval to what the channel makes of it. It is sent once; what became of that is asked. */
export async function withdrawal({ withdrawalId, pace }: WithdrawalInput): Promise<{ status: string }> {
  const checklist = createChecklist()
  let isTold = false
  setHandler(withdrawalToldSignal, () => {
    isTold = true
  })
  const wait = async (ms: number) => {
    await condition(() => isTold, ms)
    isTold = false
  }
  let mayReturn = false
  const send = async () => {
    checklist.doing('提交渠道付款')
    const sent = await sendOnce(withdrawalId)
    mayReturn ||= sent.mayReturn
    return sent.status
  }

  checklist.doing('核对')
  let { status } = await ledger.approveWithdrawal({ withdrawalId })
  for (let asked = 0; ended[status] === undefined;) {
    if (status === 'in_review' || status === 'requested') {
      checklist.doing('等待财务审核')
      needsAttention(true)
      await wait(pace.reviewMs)
      ;({ status } = await ledger.approveWithdrawal({ withdrawalId }))
    } else if (status === 'approved') {
      needsAttention(false)
      status = await send()
    } else {
      checklist.doing(waitingWords[status] ?? status)
      await wait(Math.min(pace.askMs * 2 ** Math.min(asked, 12), pace.longestAskMs))
      asked += 1
      const known = await channel.askTransfer({ withdrawalId })
      mayReturn ||= known.mayReturn
      status = known.isAbsent ? await send() : known.status
    }
  }
  tellEnd(checklist, status)
  return status === 'paid' && mayReturn ? askLate(withdrawalId, pace, checklist) : { status }
}

/** Whatever goes wrong on the way is not known to have failed: the next step asks. */
async function sendOnce(withdrawalId: string): Promise<{ status: string; mayReturn: boolean }> {
  try {
    return await sender.sendTransfer({ withdrawalId })
  } catch (cause) {
    if (!(cause instanceof ActivityFailure)) throw cause
    return { status: 'unknown', mayReturn: false }
  }
}

/** Money that arrived may be brought back by the channel days later. */
async function askLate(
  withdrawalId: string,
  pace: WithdrawalPace,
  checklist: ReturnType<typeof createChecklist>,
): Promise<{ status: string }> {
  for (const ms of pace.lateMs) {
    checklist.doing('到账后复查是否被退回')
    await sleep(ms)
    const { status } = await channel.askTransfer({ withdrawalId })
    if (status === 'paid') continue
    checklist.failed('到账后被渠道退回，钱已回到余额')
    upsertSearchAttributes([{ key: searchKeys.bizStatus, value: status }])
    return { status }
  }
  checklist.done('复查无退回')
  return { status: 'paid' }
}

function tellEnd(checklist: ReturnType<typeof createChecklist>, status: string): void {
  const words = ended[status] ?? status
  if (status === 'paid') checklist.done(words)
  else checklist.failed(words)
  upsertSearchAttributes([
    { key: searchKeys.bizStatus, value: status },
    { key: searchKeys.needsAttention, value: false },
  ])
}

function needsAttention(value: boolean): void {
  upsertSearchAttributes([{ key: searchKeys.needsAttention, value }])
}
