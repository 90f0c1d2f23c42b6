import { createTestNamespace } from '@mozhou/workflows/testing/test-namespace'
import type { TestNamespace } from '@mozhou/workflows/testing/test-namespace'
import { quietRuntime } from '@mozhou/workflows/testing/quiet-runtime'
import { testBundle } from '@mozhou/workflows/testing/test-bundle'
import { coreQueue } from '@mozhou/workflows/options'
import { Runtime, Worker } from '@temporalio/worker'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ensureSchedules, schedules } from './schedules.ts'

let temporal: TestNamespace
beforeAll(async () => {
  Runtime.install(quietRuntime)
  temporal = await createTestNamespace()
})
afterAll(() => temporal.close())

/** A worker whose sweeps find what the script says, look by look; nothing once it is over. */
async function withSweeps(script: number[], scene: (looks: () => number) => Promise<void>): Promise<void> {
  let looks = 0
  const found = async () => ({ started: script[looks++] ?? 0, repaired: 0, notices: 0 })
  const worker = await Worker.create({
    connection: temporal.worker,
    namespace: temporal.namespace,
    taskQueue: coreQueue,
    workflowBundle: await testBundle(),
    activities: { sweepStuckGenerations: found },
  })
  await worker.runUntil(async () => {
    await ensureSchedules(
      temporal.client.schedule,
      schedules(1_000).filter(({ action }) => action.workflowType === 'sweepStuckGenerations'),
    )
    await scene(() => looks)
  })
}

async function runs(): Promise<string[]> {
  const found: string[] = []
  for await (const { status } of temporal.client.workflow.list()) found.push(status.name)
  return found
}

it('an idle sweep looks on in one run, and one that did something ends with what it did', async () => {
  await withSweeps([0, 0, 3], async (looks) => {
    await expect.poll(looks, { timeout: 30_000 }).toBeGreaterThanOrEqual(6)
    await expect.poll(runs, { timeout: 10_000 }).toEqual(['RUNNING', 'COMPLETED'])
    const handles = []
    for await (const { workflowId } of temporal.client.workflow.list({ query: `ExecutionStatus = 'Completed'` }))
      handles.push(workflowId)
    const [ended = ''] = handles
    expect(await temporal.client.workflow.getHandle(ended).result()).toEqual({ started: 3, repaired: 0, notices: 0 })
  })
}, 60_000)
