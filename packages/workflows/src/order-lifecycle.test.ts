import { Runtime, Worker } from '@temporalio/worker'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Activities } from './activities.ts'
import { orderWorkflowId, refundWorkflowId } from './ids.ts'
import { coreQueue } from './options.ts'
import { startRefund, tellOrderSettled, watchOrder } from './order-client.ts'
import { createFakeActivities } from './testing/fake-activities.ts'
import { quietRuntime } from './testing/quiet-runtime.ts'
import { testBundle } from './testing/test-bundle.ts'
import { createTestNamespace } from './testing/test-namespace.ts'
import type { TestNamespace } from './testing/test-namespace.ts'

const soon = { pollMs: [20, 20, 20], refundMs: 10, longestRefundMs: 40 }
/** Nobody asks before the person has long gone. */
const late = { ...soon, pollMs: [3_600_000] }
let temporal: TestNamespace
let workflowBundle: { code: string }

beforeAll(async () => {
  Runtime.install(quietRuntime)
  workflowBundle = await testBundle()
  temporal = await createTestNamespace()
})
afterAll(() => temporal.close())

async function withWorker(steps: Partial<Activities>, scene: () => Promise<void>): Promise<void> {
  const worker = await Worker.create({
    connection: temporal.worker,
    namespace: temporal.namespace,
    taskQueue: coreQueue,
    workflowBundle,
    activities: { ...createFakeActivities().activities, ...steps },
  })
  await worker.runUntil(scene)
}

const inAnHour = () => new Date(Date.now() + 3_600_000)
const newOrder = (expiresAt: Date) => ({
  orderId: crypto.randomUUID(),
  userId: crypto.randomUUID(),
  expiresAt,
  label: '充值 · ¥10.00',
})
const resultOf = (workflowId: string): Promise<unknown> => temporal.client.workflow.getHandle(workflowId).result()

describe('an order', () => {
  it('is asked about again and again until somebody has paid', async () => {
    const answers = ['pending', 'pending', 'fulfilled']
    const order = newOrder(inAnHour())
    await withWorker({ syncOrder: async () => ({ status: answers.shift() ?? 'fulfilled' }) }, async () => {
      await watchOrder(temporal.client.workflow, order, soon)
      expect(await resultOf(orderWorkflowId(order.orderId))).toEqual({ status: 'fulfilled' })
    })
    expect(answers).toEqual([])
  })

  it('looks at once when it is told, and is watched over once', async () => {
    const order = newOrder(inAnHour())
    await withWorker({ syncOrder: async () => ({ status: 'fulfilled' }) }, async () => {
      for (let press = 0; press < 3; press += 1) await watchOrder(temporal.client.workflow, order, late)
      await tellOrderSettled(temporal.client.workflow, order.orderId)
      expect(await resultOf(orderWorkflowId(order.orderId))).toEqual({ status: 'fulfilled' })
      await tellOrderSettled(temporal.client.workflow, order.orderId)
    })
  })

  it('is closed when its time is over, and says what it became meanwhile', async () => {
    const order = newOrder(new Date(Date.now() + 50))
    await withWorker({ closeOrder: async () => ({ status: 'fulfilled' }) }, async () => {
      await watchOrder(temporal.client.workflow, order, late)
      expect(await resultOf(orderWorkflowId(order.orderId))).toEqual({ status: 'fulfilled' })
    })
  })

  it('that nobody watched in time is closed by whoever finds it', async () => {
    const order = newOrder(new Date(Date.now() - 60_000))
    await withWorker({}, async () => {
      await watchOrder(temporal.client.workflow, order, soon)
      expect(await resultOf(orderWorkflowId(order.orderId))).toEqual({ status: 'closed' })
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
  await withWorker({ advanceRefund: step }, async () => {
    await startRefund(temporal.client.workflow, refund, soon)
    expect(await resultOf(workflowId)).toEqual({ status: 'abnormal' })
  })
  const description = await temporal.client.workflow.getHandle(workflowId).describe()
  expect(description.searchAttributes['NeedsAttention']).toEqual([true])
})
