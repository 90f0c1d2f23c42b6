import { generationWorkflowId } from '@mozhou/workflows/ids'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { readEnvironment } from './env.ts'
import { startProbes } from './probes.ts'
import { createSdkMetrics } from './sdk-metrics.ts'
import type { SdkMetrics } from './sdk-metrics.ts'
import type { TestRig } from './testing/test-rig.ts'
import { createTestRig } from './testing/test-rig.ts'

let rig: TestRig
let sdk: SdkMetrics
beforeAll(async () => {
  sdk = await createSdkMetrics()
  rig = await createTestRig({ queues: ['core'], telemetryOptions: sdk.telemetryOptions })
})
afterAll(() => rig.close())

it('leaves model calls to another worker when it serves only core', async () => {
  const userId = await rig.addUser()
  const requested = await rig.generate(userId, { topic: '城市露营', length: 300 })
  const handle = rig.temporal.client.workflow.getHandle(generationWorkflowId(requested.creationId, 1))
  // Accepted and charged here; the call waits on the other queue, where nobody takes it.
  await vi.waitFor(async () => {
    const { raw } = await handle.describe()
    expect(raw.pendingActivities?.map(({ activityType }) => activityType?.name)).toEqual(['writeText'])
  }, 15_000)
  const waiting = await rig.ctx.prisma.generation.findUniqueOrThrow({ where: { id: requested.generationId } })
  expect(waiting.status).toBe('accepted')

  const calls = await rig.addWorkers(['ai'])
  expect(calls.isReady()).toBe(true)
  const events = await rig.watch(requested)
  expect(events.at(-1)?.event).toMatchObject({ type: 'done', status: 'succeeded' })
})

it('says which queues it is ready for, and passes on what the Temporal SDK measures', async () => {
  const probes = await startProbes({
    host: '127.0.0.1',
    port: 0,
    queues: ['core'],
    isReady: () => true,
    readSdkMetrics: sdk.read,
  })
  const url = `http://127.0.0.1:${probes.port}`
  const ready = await fetch(`${url}/health/ready`)
  expect({ status: ready.status, body: await ready.json() }).toEqual({
    status: 200,
    body: { ok: true, queues: ['core'] },
  })
  const metrics = async () => (await fetch(`${url}/metrics`)).text()
  // The SDK counts a workflow when the server has taken its end, which viewers hear of before.
  await expect.poll(metrics).toMatch(/^temporal_workflow_completed_total\{.*task_queue="core".*\} [1-9]/m)
  const text = await metrics()
  expect(text).toContain('mozhou_worker_sdk_metrics_up 1')
  expect(text).toMatch(/^temporal_activity_schedule_to_start_latency_seconds_bucket\{.*task_queue="ai".*\}/m)
  await probes.close()
})

it('refuses at its start what is no address of a Temporal server, as the API does', () => {
  expect(() => readEnvironment({ TEMPORAL_ADDRESS: 'http://temporal' })).toThrow('TEMPORAL_ADDRESS')
})

it('takes core, ai or both, and nothing else', () => {
  const queues = (value?: string) => readEnvironment({ ...(value !== undefined && { QUEUES: value }) }).QUEUES
  expect([queues(), queues(''), queues('ai'), queues(' core , ai ')]).toEqual([
    ['core', 'ai'],
    ['core', 'ai'],
    ['ai'],
    ['core', 'ai'],
  ])
  for (const wrong of ['cores', 'core,', ',', 'ai,mail']) expect(() => queues(wrong)).toThrow('QUEUES')
})
