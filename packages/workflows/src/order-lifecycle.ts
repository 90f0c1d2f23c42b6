import { condition, patched, proxyActivities, setHandler, sleep, upsertSearchAttributes } from '@temporalio/workflow'
import type { Activities } from './activities.ts'
import { createChecklist } from './checklist.ts'
import { channelStep } from './options.ts'
import type { OrderPace } from './options.ts'
import { orderSettledSignal } from './order-messages.ts'
import type { OrderEnd } from './order-messages.ts'
import { searchKeys } from './search-attributes.ts'

export interface OrderLifecycleInput {
  orderId: string
  /** When it may no longer be paid, in milliseconds since 1970. */
  expiresAtMs: number
  pace: OrderPace
}

const channels = proxyActivities<Activities>(channelStep)

/** An order from its making to its end: asked about at a growing pace while nobody told us, and closed when its time is over. */
export async function orderLifecycle(input: OrderLifecycleInput): Promise<{ status: string }> {
  const { orderId, expiresAtMs, pace } = input
  const checklist = createChecklist()
  let isSettled = false
  let end: OrderEnd | undefined
  setHandler(orderSettledSignal, (told) => {
    isSettled = true
    end ??= told
  })
  checklist.doing('等待付款')
  let status = 'pending'
  for (let asked = 0; ; asked += 1) {
    const left = expiresAtMs - Date.now()
    if (left <= 0) break
    await condition(() => isSettled, Math.min(pace.pollMs[asked] ?? left, left))
    isSettled = false
    if (end && patched('told-how-it-ended')) {
      ;({ status } = end)
      break
    }
    ;({ status } = await channels.syncOrder({ orderId }))
    if (status !== 'pending') break
  }
  if (status === 'pending') ({ status } = await channels.closeOrder({ orderId }))
  checklist.done(status === 'closed' ? '超时未付，已关闭' : '已付款，已到账')
  upsertSearchAttributes([{ key: searchKeys.bizStatus, value: status }])
  return { status }
}

/** Money that goes back, asked about under one number until the channel knows. */
export async function refundMoney({
  refundId,
  pace,
}: {
  refundId: string
  pace: OrderPace
}): Promise<{ status: string }> {
  const checklist = createChecklist()
  checklist.doing('原路退款')
  for (let tries = 0; ; tries += 1) {
    const { status, isOver } = await channels.advanceRefund({ refundId })
    if (isOver) {
      if (status === 'succeeded') checklist.done('已原路退回')
      else checklist.failed(`需要人工处理：${status}`)
      const needsAttention = status !== 'succeeded'
      upsertSearchAttributes([
        { key: searchKeys.bizStatus, value: status },
        { key: searchKeys.needsAttention, value: needsAttention },
      ])
      return { status }
    }
    await sleep(Math.min(pace.refundMs * 2 ** Math.min(tries, 12), pace.longestRefundMs))
  }
}
