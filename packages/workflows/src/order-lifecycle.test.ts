import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { orderWorkflowId, refundWorkflowId } from './ids.ts'
import { startRefund, tellOrderSettled, watchOrder } from './order-client.ts'
import { openCoreWorker } from './testing/core-worker.ts'
import type { CoreWorker } from './testing/core-worker.ts'

const soon = { pollMs: [20, 20, 20], refundMs: 10, longestRefundMs: 40 }
/** Nobody asks before the person has long gone. */
const late = { ...soon, pollMs: [3_600_000] }
let core: CoreWorker
beforeAll(async () => {
  core = await openCoreWorker()
})
afterAll(() => core.close())

const inAnHour = () => new Date(Date.now() + 3_600_000)
const newOrder = (expiresAt: Date) => ({
  orderId: crypto.randomUUID(),
  userId: crypto.randomUUID(),
  expiresAt,
  label: '充值 · ¥10.00',
})

describe('an order', () => {
  it('is asked about again and again until somebody has paid', async () => {
    const answers = ['pending', 'pending', 'fulfilled']
    const order = newOrder(inAnHour())
    await core.withWorker({ syncOrder: async () => ({ status: answers.shift() ?? 'fulfilled' }) }, async () => {
      await watchOrder(core.client, order, soon)
      expect(await core.resultOf(orderWorkflowId(order.orderId))).toEqual({ status: 'fulfilled' })
    })
    expect(answers).toEqual([])
  })

  it('looks at once when it is told, and is watched over once', async () => {
    const order = newOrder(inAnHour())
    await core.withWorker({ syncOrder: async () => ({ status: 'fulfilled' }) }, async () => {
      for (let press = 0; press < 3; press += 1) await watchOrder(core.client, order, late)
      await tellOrderSettled(core.client, order.orderId)
      expect(await core.resultOf(orderWorkflowId(order.orderId))).toEqual({ status: 'fulfilled' })
      await tellOrderSettled(core.client, order.orderId)
    })
  })

  it('ends without looking when it is told that nothing is left to do', async () => {
    const order = newOrder(inAnHour())
    const looked: string[] = []
    const syncOrder = async ({ orderId }: { orderId: string }) => ({ status: looked.push(orderId) ? 'fulfilled' : '' })
    await core.withWorker({ syncOrder }, async () => {
      await watchOrder(core.client, order, late)
      await tellOrderSettled(core.client, order.orderId, { status: 'fulfilled' })
      expect(await core.resultOf(orderWorkflowId(order.orderId))).toEqual({ status: 'fulfilled' })
    })
    expect(looked).toEqual([])
  })

  it('finds out by itself that it was paid when nobody tells', async () => {
    const order = newOrder(inAnHour())
    await core.withWorker({ syncOrder: async () => ({ status: 'fulfilled' }) }, async () => {
      await watchOrder(core.client, order, soon)
      expect(await core.resultOf(orderWorkflowId(order.orderId))).toEqual({ status: 'fulfilled' })
    })
  })

  it('is closed when its time is over, and says what it became meanwhile', async () => {
    const order = newOrder(new Date(Date.now() + 50))
    await core.withWorker({ closeOrder: async () => ({ status: 'fulfilled' }) }, async () => {
      await watchOrder(core.client, order, late)
      expect(await core.resultOf(orderWorkflowId(order.orderId))).toEqual({ status: 'fulfilled' })
    })
  })

  it('that nobody watched in time is closed by whoever finds it', async () => {
    const order = newOrder(new Date(Date.now() - 60_000))
    await core.withWorker({}, async () => {
      await watchOrder(core.client, order, soon)
      expect(await core.resultOf(orderWorkflowId(order.orderId))).toEqual({ status: 'closed' })
    })
  })
})

it('a refund is asked about until the channel knows, and needs a person where it failed', async () => {
  const answers = [
    { status: 'submitted', isOver: false },
    { status: 'submitted', isOver: false },
    { status: 'abnormal', isOver: true },
  ]
  const refund = { refundId: crypto.randomUUID(), userId: crypto.randomUUID(), label: '退回多付的款项' }
  const workflowId = refundWorkflowId(refund.refundId)
  const step = async () => answers.shift() ?? { status: 'succeeded', isOver: true }
  await core.withWorker({ advanceRefund: step }, async () => {
    await startRefund(core.client, refund, soon)
    expect(await core.resultOf(workflowId)).toEqual({ status: 'abnormal' })
  })
  const description = await core.client.getHandle(workflowId).describe()
  expect(description.searchAttributes['NeedsAttention']).toEqual([true])
})
