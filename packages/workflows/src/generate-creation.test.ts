import { formatId } from '@mozhou/contracts/ids'
import { Runtime, Worker } from '@temporalio/worker'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Stage } from './activities.ts'
import { startGeneration, stopGeneration } from './client.ts'
import type { GenerationStart } from './client.ts'
import { generationWorkflowId } from './ids.ts'
import { aiQueue, coreQueue } from './options.ts'
import type { Tier } from './options.ts'
import { acceptedByCredits, createFakeActivities, outline, stages } from './testing/fake-activities.ts'
import type { FakeActivities, FakeScript } from './testing/fake-activities.ts'
import { quietRuntime } from './testing/quiet-runtime.ts'
import { testBundle } from './testing/test-bundle.ts'
import { createTestNamespace } from './testing/test-namespace.ts'
import type { TestNamespace } from './testing/test-namespace.ts'

const pace = { retryMs: 10, raisePriorityAfterMs: 60_000 }
let temporal: TestNamespace
let workflowBundle: { code: string }

beforeAll(async () => {
  Runtime.install(quietRuntime)
  workflowBundle = await testBundle()
  temporal = await createTestNamespace()
})
afterAll(() => temporal.close())

function start(tier: Tier = 'free'): GenerationStart {
  const ids = { generationId: crypto.randomUUID(), creationId: crypto.randomUUID(), userId: crypto.randomUUID() }
  return { ...ids, ordinal: 1, tier, priceCredits: 10, bizType: 'writing', label: '公众号文章 · 生成' }
}

interface RunningWorkers {
  fake: FakeActivities
  begin(request: GenerationStart, changedPace?: typeof pace): ReturnType<typeof startGeneration>
  result(request: GenerationStart): Promise<unknown>
}

/** Both workers on the script while `scene` plays. */
async function withWorkers(
  script: FakeScript,
  scene: (running: RunningWorkers) => Promise<void>,
  aiSlots = 10,
): Promise<void> {
  const fake = createFakeActivities(script)
  const shared = { connection: temporal.worker, namespace: temporal.namespace, activities: fake.activities }
  const core = await Worker.create({ ...shared, taskQueue: coreQueue, workflowBundle })
  const ai = await Worker.create({
    ...shared,
    taskQueue: aiQueue,
    maxConcurrentActivityTaskExecutions: aiSlots,
    maxHeartbeatThrottleInterval: 50,
  })
  const { workflow } = temporal.client
  await core.runUntil(() =>
    ai.runUntil(() =>
      scene({
        fake,
        begin: (request, changedPace = pace) => startGeneration(workflow, request, 10_000, changedPace),
        result: (request) => workflow.getHandle(generationWorkflowId(request.creationId, request.ordinal)).result(),
      }),
    ),
  )
}

async function play(script: FakeScript): Promise<{ result: unknown; calls: string[] }> {
  const request = start()
  let result: unknown
  const played: string[] = []
  await withWorkers(script, async ({ begin, result: resultOf, fake }) => {
    await begin(request)
    result = await resultOf(request)
    played.push(...fake.calls)
  })
  return { result, calls: played }
}

describe('fallback', () => {
  it('charges, writes, completes', async () => {
    const { result, calls } = await play({})
    expect(result).toEqual({ status: 'succeeded', finish: 'stop', model: '甲' })
    expect(calls).toEqual(['acceptGeneration', 'writeText:first', 'completeGeneration'])
  })

  it('stores nothing again that the attempt has stored', async () => {
    const { result, calls } = await play({ storesAtOnce: true })
    expect(result).toEqual({ status: 'succeeded', finish: 'stop', model: '甲' })
    expect(calls).toEqual(['acceptGeneration', 'writeText:first'])
  })

  it('asks a busy model twice, then the next', async () => {
    const { result, calls } = await play({ models: { first: ['rate_limited'] } })
    expect(result).toMatchObject({ model: '乙' })
    expect(calls.filter((call) => call.startsWith('writeText'))).toEqual([
      'writeText:first',
      'writeText:first',
      'writeText:second',
    ])
  })

  it('asks a model with a bad key once', async () => {
    const { calls } = await play({ models: { first: ['credentials'] } })
    expect(calls.filter((call) => call.startsWith('writeText'))).toEqual(['writeText:first', 'writeText:second'])
  })

  it('goes to a larger model when the text is too long, past one that is not', async () => {
    const { calls } = await play({ models: { first: ['context_too_long'] } })
    expect(calls.filter((call) => call.startsWith('writeText'))).toEqual(['writeText:first', 'writeText:third'])
  })

  it('carries refused content nowhere, and refunds before it fails', async () => {
    const { result, calls } = await play({ models: { first: ['content_rejected'] } })
    expect(result).toEqual({ status: 'failed', code: 'CONTENT_REFUSED' })
    expect(calls).toEqual(['acceptGeneration', 'writeText:first', 'refundGeneration', 'failGeneration'])
  })

  it('fails no run of which something was delivered: the rest was given back, and it has ended', async () => {
    const { result, calls } = await play({ models: { first: ['content_rejected'] }, keepsOfFailed: true })
    expect(result).toEqual({ status: 'kept', code: 'CONTENT_REFUSED' })
    expect(calls.at(-1)).toBe('refundGeneration')
  })

  it('refunds when nobody can write', async () => {
    const gone: FakeScript['models'] = { first: ['model_gone'], second: ['quota_exhausted'], third: ['credentials'] }
    const { result, calls } = await play({ models: gone })
    expect(result).toEqual({ status: 'failed', code: 'GENERATION_BUSY' })
    expect(calls.slice(-2)).toEqual(['refundGeneration', 'failGeneration'])
  })

  it('keeps trying a refund while the database is away', async () => {
    const { calls } = await play({
      models: { first: ['content_rejected'] },
      failing: { refundGeneration: 3, acceptGeneration: 1 },
    })
    expect(calls).toEqual(['acceptGeneration', 'writeText:first', 'refundGeneration', 'failGeneration'])
  })

  it('completes a text that reached its length limit as such', async () => {
    const { result } = await play({ models: { first: ['length'] } })
    expect(result).toMatchObject({ status: 'succeeded', finish: 'length' })
  })
})

describe('a run in stages', () => {
  const long = (...planned: Stage[]): FakeScript => ({ accept: { ...acceptedByCredits, stages: planned } })

  it('is planned, written part by part, and closed', async () => {
    const { result, calls } = await play(long(outline))
    expect(result).toEqual({ status: 'succeeded', finish: 'stop', model: '甲' })
    expect(calls).toEqual([
      'acceptGeneration',
      'writeText:first:outline',
      'writeText:first:1',
      'writeText:first:2',
      'writeText:first:3',
      'completeGeneration',
    ])
  })

  it('goes on with the part that comes next', async () => {
    const { calls } = await play(long(...stages(3, 4)))
    expect(calls.filter((call) => call.startsWith('writeText'))).toEqual(['writeText:first:3', 'writeText:first:4'])
  })

  it('stays with the model that took over', async () => {
    const { result, calls } = await play({ ...long(...stages(1, 2, 3)), models: { first: ['stop', 'credentials'] } })
    expect(result).toMatchObject({ model: '乙' })
    expect(calls.filter((call) => call.startsWith('writeText'))).toEqual([
      'writeText:first:1',
      'writeText:first:2',
      'writeText:second:2',
      'writeText:second:3',
    ])
  })

  it('keeps the finished parts when nobody can write the next', async () => {
    const models: FakeScript['models'] = { first: ['stop', 'content_rejected'] }
    const { result, calls } = await play({ ...long(...stages(1, 2, 3, 4)), models })
    expect(result).toEqual({ status: 'succeeded', finish: 'length', model: '甲' })
    expect(calls.at(-1)).toBe('keepParts')
    expect(calls).not.toContain('refundGeneration')
  })

  it('is refunded when there is no outline, or no first part', async () => {
    const noOutline = await play({ ...long(outline), models: { first: ['content_rejected'] } })
    expect(noOutline.calls.slice(-2)).toEqual(['refundGeneration', 'failGeneration'])
    const noPart = await play({
      ...long(outline),
      models: { first: ['stop', 'content_rejected'] },
    })
    expect(noPart.calls.slice(-2)).toEqual(['refundGeneration', 'failGeneration'])
  })

  it('can be stopped between and within parts', async () => {
    const request = start()
    const script: FakeScript = { ...long(...stages(1, 2, 3, 4)), models: { first: ['stop', 'until-cancelled'] } }
    await withWorkers(script, async ({ begin, result, fake }) => {
      await begin(request)
      await expect.poll(() => fake.calls).toContain('writeText:first:2')
      await stopGeneration(temporal.client.workflow, request.creationId, request.ordinal)
      expect(await result(request)).toEqual({ status: 'cancelled', isKept: true })
      expect(fake.calls.at(-1)).toBe('settleStopped')
    })
  })
})

describe('acceptance', () => {
  it('gives the same answer to a repeat, and has one run', async () => {
    const request = start()
    await withWorkers({}, async ({ begin, result, fake }) => {
      const answers = await Promise.all([begin(request), begin(request), begin(request)])
      await result(request)
      answers.push(await begin(request))
      for (const answer of answers) expect(answer).toMatchObject({ kind: 'accepted', priceCredits: 10 })
      expect(fake.calls.filter((call) => call === 'acceptGeneration')).toHaveLength(1)
    })
  })

  it('writes nothing when refused', async () => {
    const { result, calls } = await play({ accept: { kind: 'refused', code: 'CREDITS_INSUFFICIENT', params: {} } })
    expect(result).toEqual({ status: 'refused', code: 'CREDITS_INSUFFICIENT' })
    expect(calls).toEqual(['acceptGeneration'])
  })

  it('says that nobody decided yet when no worker is there, and loses nothing', async () => {
    const request = start()
    expect(await startGeneration(temporal.client.workflow, request, 500, pace)).toBeNull()
    await withWorkers({}, async ({ result }) => {
      expect(await result(request)).toMatchObject({ status: 'succeeded' })
    })
  })
})

describe('stop', () => {
  it('ends the model call and settles, by signal', async () => {
    const request = start()
    await withWorkers({ models: { first: ['until-cancelled'] } }, async ({ begin, result, fake }) => {
      await begin(request)
      await expect.poll(() => fake.calls).toContain('writeText:first')
      await stopGeneration(temporal.client.workflow, request.creationId, request.ordinal)
      expect(await result(request)).toEqual({ status: 'cancelled', isKept: true })
      expect(fake.calls.at(-1)).toBe('settleStopped')
    })
  })

  it('does the same when the workflow is cancelled in the Temporal UI', async () => {
    const request = start()
    await withWorkers({ models: { first: ['until-cancelled'] }, isKept: false }, async ({ begin, result, fake }) => {
      await begin(request)
      await expect.poll(() => fake.calls).toContain('writeText:first')
      await temporal.client.workflow.getHandle(generationWorkflowId(request.creationId, 1)).cancel()
      expect(await result(request)).toEqual({ status: 'cancelled', isKept: false })
    })
  })

  it('cannot interrupt a refund', async () => {
    const request = start()
    const script: FakeScript = { models: { first: ['content_rejected'] }, failing: { refundGeneration: 4 } }
    await withWorkers(script, async ({ begin, result, fake }) => {
      await begin(request)
      await expect.poll(() => fake.tried).toContain('refundGeneration')
      await temporal.client.workflow.getHandle(generationWorkflowId(request.creationId, 1)).cancel()
      expect(await result(request)).toMatchObject({ status: 'failed' })
      expect(fake.calls.slice(-2)).toEqual(['refundGeneration', 'failGeneration'])
    })
  })

  it('of a workflow that has ended is no error', async () => {
    const request = start()
    await withWorkers({}, async ({ begin, result }) => {
      await begin(request)
      await result(request)
      await stopGeneration(temporal.client.workflow, request.creationId, request.ordinal)
      await stopGeneration(temporal.client.workflow, crypto.randomUUID(), 1)
    })
  })
})

describe('priority', () => {
  /** Of the model calls that this generation has asked for, in order. */
  async function scheduledPriorities({ creationId }: GenerationStart) {
    const { events } = await temporal.client.workflow.getHandle(generationWorkflowId(creationId, 1)).fetchHistory()
    return (events ?? [])
      .flatMap(({ activityTaskScheduledEventAttributes: call }) => (call ? [call] : []))
      .filter(({ activityType }) => activityType?.name === 'writeText')
      .map(({ priority }) => priority?.priorityKey)
  }

  it('lets members go first when calls have to wait', async () => {
    const busy = start()
    const waiting = [start('free'), start('free'), start('free'), start('member'), start('member')]
    let written: string[] = []
    await withWorkers(
      { models: { first: ['until-cancelled', 'stop'] } },
      async ({ begin, result, fake }) => {
        await begin(busy)
        await expect.poll(() => fake.calls).toContain('writeText:first')
        for (const request of waiting) await begin(request)
        // The one slot is still taken.
        for (const request of waiting) await expect.poll(() => scheduledPriorities(request)).toHaveLength(1)
        await stopGeneration(temporal.client.workflow, busy.creationId, 1)
        await Promise.all(waiting.map(result))
        written = fake.written.slice(1)
      },
      1,
    )
    const tiers = written.map((id) => waiting.find(({ generationId }) => generationId === id)?.tier)
    expect(tiers).toEqual(['member', 'member', 'free', 'free', 'free'])
  })

  it('starves nobody: who has waited long goes before members who came later', async () => {
    const busy = start()
    const patient = start('free')
    let written: string[] = []
    await withWorkers(
      { models: { first: ['until-cancelled', 'stop'] } },
      async ({ begin, result, fake }) => {
        await begin(busy)
        await expect.poll(() => fake.calls).toContain('writeText:first')
        await begin(patient, { retryMs: 10, raisePriorityAfterMs: 300 })
        // It has climbed to the top.
        await expect.poll(async () => (await scheduledPriorities(patient)).at(-1)).toBe(1)
        const members = [start('member'), start('member'), start('member')]
        for (const request of members) await begin(request)
        for (const request of members) await expect.poll(() => scheduledPriorities(request)).toHaveLength(1)
        await stopGeneration(temporal.client.workflow, busy.creationId, 1)
        await Promise.all([patient, ...members].map(result))
        written = fake.written.slice(1)
      },
      1,
    )
    expect(written[0]).toBe(patient.generationId)
  })
})

it('is legible in the Temporal UI', async () => {
  const request = start()
  await withWorkers({ models: { first: ['credentials'] } }, async ({ begin, result }) => {
    await begin(request)
    await result(request)
    const handle = temporal.client.workflow.getHandle(generationWorkflowId(request.creationId, 1))
    const description = await handle.describe()
    expect(await description.staticSummary()).toBe('公众号文章 · 生成 · 10 积分')
    const attributes = Object.fromEntries(
      description.typedSearchAttributes.getAll().map(({ key, value }) => [key.name, value]),
    )
    expect(attributes).toMatchObject({
      UserId: formatId('user', request.userId),
      CreationId: formatId('creation', request.creationId),
      GenerationId: formatId('generation', request.generationId),
      BizStatus: 'succeeded',
      Tier: 'free',
      Credits: 10,
      Model: '乙',
      NeedsAttention: true,
    })
    const details = await handle.query<{ currentDetails?: string }>('__temporal_workflow_metadata')
    expect(details.currentDetails).toContain('- [x] 已受理，扣除 10 积分')
    expect(details.currentDetails).toContain('甲（1/3）：credentials')
  })
})
