import { randomUUID } from 'node:crypto'
import { propertyRounds } from '@mozhou/contracts/testing/env'
import { generateImageInput } from '@mozhou/contracts/images/inputs'
import { VendorError } from '@mozhou/contracts/vendor-error'
import type { Finished, ImageModel, ImageModelFactory } from '@mozhou/integrations/ai/images/port'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditLedger } from '../credits/audit-ledger.ts'
import { getBalance } from '../credits/get-balance.ts'
import { requestStop } from '../generations/request-stop.ts'
import type { RunAttemptEnd } from '../generations/fulfilment.ts'
import { generateImage } from './request-image.ts'
import { samplePicture, WorkerKilled, createImageRig } from './testing/image-rig.ts'
import type { ImageRig, RigContext, RunOptions } from './testing/image-rig.ts'

/** What the vendor does with one submit, and how often it was asked. */
interface Script {
  submits: number
  /** Of each submit in turn; the last one holds for all after it. */
  acts: readonly Act[]
  left: string | null
}
type Act =
  /** So many of the pictures are made, the others filtered; none: the task fails. */
  | { kind: 'task'; made: number }
  | { kind: 'refused' }
  /** The task ends well, with nothing in it. */
  | { kind: 'empty' }
  | { kind: 'away' }
  /** The vendor has it, and its answer is lost. */
  | { kind: 'lost' }
  /** The worker is gone with the answer; `leaves`: the vendor has a task that can be looked up. */
  | { kind: 'dies'; leaves?: boolean }

let rig: ImageRig
let bytes: Uint8Array
const script: Script = { submits: 0, acts: [], left: null }
const tasks = new Map<string, Finished>()

const error = (kind: ConstructorParameters<typeof VendorError>[0], vendorCode: string) =>
  new VendorError(kind, { vendor: 'qwen', vendorCode })

const nothingMade = new VendorError('unavailable', { vendor: 'qwen', vendorCode: 'no_picture', httpStatus: 200 })

/** The real model's abilities with a vendor that does as it is told. */
const scripted =
  (real: ImageModelFactory): ImageModelFactory =>
  (target): ImageModel => {
    const model = real(target)
    return {
      ...model,
      submit(request) {
        const act = script.acts[Math.min(script.submits, script.acts.length - 1)] ?? { kind: 'away' }
        script.submits += 1
        if (act.kind === 'refused') return Promise.reject(error('content_rejected', 'filtered'))
        if (act.kind === 'away') return Promise.reject(error('unavailable', 'away'))
        if (act.kind === 'lost') return Promise.reject(error('outcome_unknown', 'timeout'))
        if (act.kind === 'dies' && act.leaves !== true) return Promise.reject(new WorkerKilled())
        const taskId = randomUUID()
        const wanted = act.kind === 'dies' ? request.count : act.kind === 'empty' ? 0 : act.made
        const asked = act.kind === 'empty' ? 0 : request.count
        const outcomes = Array.from({ length: asked }, (_, index) =>
          index < wanted
            ? ({ kind: 'made', source: { bytes }, revisedPrompt: null } as const)
            : ({ kind: 'refused', error: error('content_rejected', 'filtered') } as const),
        )
        const usage = { pictures: wanted, inputTokens: 0, outputTokens: 0 }
        tasks.set(taskId, { state: 'done', outcomes, usage, servedModel: 'scripted', vendorRequestId: null })
        if (act.kind !== 'dies') return Promise.resolve({ state: 'pending', taskId, vendorRequestId: null })
        script.left = taskId
        return Promise.reject(new WorkerKilled())
      },
      poll(taskId) {
        const end = tasks.get(taskId)
        if (!end) return Promise.reject(error('outcome_unknown', 'task_unknown'))
        if (end.outcomes.length === 0) return Promise.reject(nothingMade)
        if (end.outcomes.every(({ kind }) => kind === 'refused'))
          return Promise.reject(error('content_rejected', 'filtered'))
        return Promise.resolve(end)
      },
      take: async () => ({ bytes, type: 'image/png', width: 512, height: 512 }),
      findTask: () => Promise.resolve(script.left === null ? { found: 'none' } : { found: 'one', taskId: script.left }),
    }
  }

beforeAll(async () => {
  rig = await createImageRig()
  bytes = await samplePicture(512, 512)
  const models = rig.ctx.models
  Object.assign(rig.ctx, { models: { ...models, image: scripted(models.image) } } satisfies Partial<RigContext>)
})
afterAll(async () => {
  const { checks } = await auditLedger(rig.ctx)
  await rig.domain.close()
  expect(checks.filter((check) => !check.isPassed)).toEqual([])
})

function play(...acts: Act[]): void {
  Object.assign(script, { submits: 0, acts, left: null })
}

async function begin(count: number) {
  const userId = await rig.addUser()
  const input = generateImageInput.parse({ prompt: '雪天的红灯笼', count, requestKey: randomUUID() })
  return { userId, requested: await generateImage(rig.ctx, { ...input, userId }) }
}

const taken = async (userId: string) => 50 - (await getBalance(rig.ctx, { userId })).credits
const statesOf = async (generationId: string) =>
  (await rig.ctx.prisma.imagePicture.findMany({ where: { generationId }, orderBy: { place: 'asc' } })).map(
    ({ state }) => state,
  )
const versionOf = (generationId: string) => rig.ctx.prisma.version.findUnique({ where: { generationId } })

type Once = Parameters<NonNullable<RunOptions['attempt']>>[0]

/** The first attempt dies once the condition holds: whatever it still says, nobody hears it, and it does not go on. */
const killedWhen =
  (isDue: () => Promise<boolean>) =>
  async (once: Once, index: number): Promise<RunAttemptEnd> => {
    if (index > 0) return once()
    const aborter = new AbortController()
    const watch = setInterval(() => void isDue().then((due) => due && aborter.abort(new WorkerKilled())), 5)
    try {
      return await once({ signal: aborter.signal, isStop: () => false })
    } finally {
      clearInterval(watch)
    }
  }

describe('a run that', () => {
  it('delivers some gives exactly the rest back', async () => {
    play({ kind: 'task', made: 2 })
    const { userId, requested } = await begin(4)
    expect(await rig.run(requested)).toBe('finished')
    expect(await taken(userId)).toBe(20)
    expect(await statesOf(requested.generationId)).toEqual(['made', 'made', 'refused', 'refused'])
    expect(await versionOf(requested.generationId)).toMatchObject({ isIncomplete: true })
    expect(script.submits).toBe(1)
  })

  it('is refused for its content goes to nobody else, and costs nothing', async () => {
    play({ kind: 'refused' })
    const { userId, requested } = await begin(2)
    expect(await rig.run(requested)).toBe('failed')
    expect(await taken(userId)).toBe(0)
    expect(await statesOf(requested.generationId)).toEqual(['refused', 'refused'])
    expect(script.submits).toBe(1)
  })

  it('nobody can be asked for goes through all models, and costs nothing', async () => {
    play({ kind: 'away' })
    const { userId, requested } = await begin(1)
    expect(await rig.run(requested)).toBe('failed')
    expect(await taken(userId)).toBe(0)
    expect(script.submits).toBeGreaterThan(2)
  })

  it('whose submit is lost is refunded, and asked of nobody again', async () => {
    play({ kind: 'lost' })
    const { userId, requested } = await begin(3)
    expect(await rig.run(requested)).toBe('failed')
    expect(script.submits).toBe(1)
    expect(await taken(userId)).toBe(0)
    const { generationId } = requested
    expect(await rig.ctx.prisma.imageCall.findMany({ where: { generationId } })).toMatchObject([{ state: 'unknown' }])
  })

  it('is stopped keeps and charges what is there', async () => {
    play({ kind: 'task', made: 1 })
    const { userId, requested } = await begin(1)
    await requestStop(rig.ctx, { ...requested })
    expect(await rig.run(requested)).toBe('stopped')
    expect(await taken(userId)).toBe(0)
    expect(script.submits).toBe(0)
  })
})

describe('a worker that dies', () => {
  it('after the submit, before the task is known, submits no second time', async () => {
    play({ kind: 'dies' })
    const { userId, requested } = await begin(2)
    expect(await rig.run(requested)).toBe('failed')
    expect(script.submits).toBe(1)
    expect(await taken(userId)).toBe(0)
  })

  it('there, at a vendor that can be asked, leaves a task that is found', async () => {
    play({ kind: 'dies', leaves: true })
    const { userId, requested } = await begin(2)
    expect(await rig.run(requested)).toBe('finished')
    expect(script.submits).toBe(1)
    expect(await taken(userId)).toBe(20)
  })

  it('while it waits for the vendor is followed by one that finds the task', async () => {
    play({ kind: 'task', made: 2 })
    const { userId, requested } = await begin(2)
    const { generationId } = requested
    const isPending = async () =>
      (await rig.ctx.prisma.imageCall.count({ where: { generationId, state: 'pending' } })) > 0
    expect(await rig.run(requested, { attempt: killedWhen(isPending) })).toBe('finished')
    expect(script.submits).toBe(1)
    expect(await taken(userId)).toBe(20)
  })

  it('between two pictures leaves the first one, once', async () => {
    play({ kind: 'task', made: 3 })
    const { userId, requested } = await begin(3)
    const { generationId } = requested
    const isStored = async () => (await statesOf(generationId)).includes('made')
    await rig.run(requested, { attempt: killedWhen(isStored) })
    expect(script.submits).toBe(1)
    expect(await statesOf(generationId)).toEqual(['made', 'made', 'made'])
    expect(await rig.ctx.prisma.file.count({ where: { creationId: requested.creationId } })).toBe(3)
    expect(await taken(userId)).toBe(30)
  })
})

it('takes credits for exactly what it delivers, whatever fails and whoever dies', async () => {
  const act = fc.oneof(
    fc.record({ kind: fc.constant('task' as const), made: fc.integer({ min: 0, max: 4 }) }),
    fc.constant({ kind: 'refused' as const }),
    fc.constant({ kind: 'away' as const }),
    fc.constant({ kind: 'lost' as const }),
    fc.record({ kind: fc.constant('dies' as const), leaves: fc.boolean() }),
  )
  const scenario = fc.record({
    count: fc.integer({ min: 1, max: 4 }),
    acts: fc.array(act, { minLength: 1, maxLength: 4 }),
    killAfterMs: fc.array(fc.option(fc.integer({ min: 0, max: 400 }), { nil: null }), { maxLength: 4 }),
  })
  await fc.assert(
    fc.asyncProperty(scenario, async ({ count, acts, killAfterMs }) => {
      play(...acts)
      const { userId, requested } = await begin(count)
      await rig.run(requested, {
        attempt: async (once, index) => {
          const after = killAfterMs[index] ?? null
          if (after === null) return once()
          const aborter = new AbortController()
          const timer = setTimeout(() => aborter.abort(new WorkerKilled()), after)
          try {
            return await once({ signal: aborter.signal, isStop: () => false })
          } finally {
            clearTimeout(timer)
          }
        },
      })
      const { generationId } = requested
      const made = (await statesOf(generationId)).filter((state) => state === 'made').length
      expect(await taken(userId)).toBe(made * 10)
      expect((await versionOf(generationId)) !== null).toBe(made > 0)
      const sent = await rig.ctx.prisma.imageCall.count({ where: { generationId } })
      expect(script.submits).toBeLessThanOrEqual(sent)
    }),
    propertyRounds(12),
  )
}, 120_000)

describe('a vendor that is done and has made nothing', () => {
  it('is asked no more: the next model makes them, and no call stays open', async () => {
    play({ kind: 'empty' }, { kind: 'task', made: 1 })
    const { userId, requested } = await begin(1)
    expect(await rig.run(requested)).toBe('finished')
    const calls = { where: { generationId: requested.generationId }, orderBy: { sentAt: 'asc' } } as const
    expect(await rig.ctx.prisma.imageCall.findMany(calls)).toMatchObject([{ state: 'failed' }, { state: 'done' }])
    expect(script.submits).toBe(2)
    expect(await taken(userId)).toBe(10)
  })

  it('leaves nothing open when every model does so, and all comes back', async () => {
    play({ kind: 'empty' })
    const { userId, requested } = await begin(2)
    expect(await rig.run(requested)).toBe('failed')
    expect(
      await rig.ctx.prisma.imageCall.count({ where: { generationId: requested.generationId, endedAt: null } }),
    ).toBe(0)
    expect(await taken(userId)).toBe(0)
  })
})
