import { randomUUID } from 'node:crypto'
import { generateImageInput } from '@mozhou/contracts/images/inputs'
import { VendorError } from '@mozhou/contracts/vendor-error'
import type { Finished, ImageModel, ImageModelFactory } from '@mozhou/integrations/ai/images/port'
import { getBalance } from '../../credits/get-balance.ts'
import type { RunAttemptEnd } from '../../generations/fulfilment.ts'
import { generateImage } from '../request-image.ts'
import { createImageRig, samplePicture, WorkerKilled } from './image-rig.ts'
import type { RigContext, RunOptions } from './image-rig.ts'

/** What the vendor does with one submit, and how often it was asked. */
interface Script {
  submits: number
  /** Of each submit in turn; the last one holds for all after it. */
  acts: readonly Act[]
  left: string | null
}

export type Act =
  /** So many of the pictures are made, the others filtered; none: the task fails. `forgets`: whoever asks a second time is told of no such task. */
  | { kind: 'task'; made: number; forgets?: boolean }
  | { kind: 'refused' }
  /** The task ends well, with nothing in it. */
  | { kind: 'empty' }
  /** The task is never done. */
  | { kind: 'endless' }
  | { kind: 'away' }
  /** The vendor has it, and its answer is lost. */
  | { kind: 'lost' }
  /** The worker is gone with the answer; `leaves`: the vendor has a task that can be looked up. */
  | { kind: 'dies'; leaves?: boolean }

type Once = Parameters<NonNullable<RunOptions['attempt']>>[0]

const error = (kind: ConstructorParameters<typeof VendorError>[0], vendorCode: string) =>
  new VendorError(kind, { vendor: 'qwen', vendorCode })

const nothingMade = new VendorError('unavailable', { vendor: 'qwen', vendorCode: 'no_picture', httpStatus: 200 })

/** How a task goes that was asked for `count` pictures. */
function taskOf(act: Extract<Act, { kind: 'task' | 'empty' | 'endless' | 'dies' }>, count: number, bytes: Uint8Array) {
  const wanted = act.kind === 'dies' ? count : act.kind === 'task' ? act.made : 0
  const asked = act.kind === 'empty' ? 0 : count
  const outcomes = Array.from({ length: asked }, (_, index) =>
    index < wanted
      ? ({ kind: 'made', source: { bytes }, revisedPrompt: null } as const)
      : ({ kind: 'refused', error: error('content_rejected', 'filtered') } as const),
  )
  const usage = { pictures: wanted, inputTokens: 0, outputTokens: 0 }
  const end: Finished = { state: 'done', outcomes, usage, servedModel: 'scripted', vendorRequestId: null }
  return { end, isEndless: act.kind === 'endless', forgets: act.kind === 'task' && act.forgets === true, polls: 0 }
}

/** The real model's abilities with a vendor that does as it is told. */
function createScripted(script: Script, bytes: Uint8Array) {
  const tasks = new Map<string, ReturnType<typeof taskOf>>()
  return (real: ImageModelFactory): ImageModelFactory =>
    (target): ImageModel => ({
      ...real(target),
      submit(request) {
        const act = script.acts[Math.min(script.submits, script.acts.length - 1)] ?? { kind: 'away' }
        script.submits += 1
        if (act.kind === 'refused') return Promise.reject(error('content_rejected', 'filtered'))
        if (act.kind === 'away') return Promise.reject(error('unavailable', 'away'))
        if (act.kind === 'lost') return Promise.reject(error('outcome_unknown', 'timeout'))
        if (act.kind === 'dies' && act.leaves !== true) return Promise.reject(new WorkerKilled())
        const taskId = randomUUID()
        tasks.set(taskId, taskOf(act, request.count, bytes))
        if (act.kind !== 'dies') return Promise.resolve({ state: 'pending', taskId, vendorRequestId: null })
        script.left = taskId
        return Promise.reject(new WorkerKilled())
      },
      poll(taskId) {
        const task = tasks.get(taskId)
        if (task) task.polls += 1
        if (!task || (task.forgets && task.polls > 1)) return Promise.reject(error('outcome_unknown', 'task_unknown'))
        if (task.isEndless) return Promise.resolve({ state: 'pending', waitMs: 200 })
        const { outcomes } = task.end
        if (outcomes.length === 0) return Promise.reject(nothingMade)
        if (outcomes.every(({ kind }) => kind === 'refused'))
          return Promise.reject(error('content_rejected', 'filtered'))
        return Promise.resolve(task.end)
      },
      take: async () => ({ bytes, type: 'image/png', width: 512, height: 512 }),
      findTask: () => Promise.resolve(script.left === null ? { found: 'none' } : { found: 'one', taskId: script.left }),
    })
}

/** The rig with a vendor that does what a test tells it, and what tests ask of a run afterwards. */
export async function createScriptedRig() {
  const rig = await createImageRig()
  const script: Script = { submits: 0, acts: [], left: null }
  const { models, prisma } = rig.ctx
  const image = createScripted(script, await samplePicture(512, 512))(models.image)
  Object.assign(rig.ctx, { models: { ...models, image } } satisfies Partial<RigContext>)
  const statesOf = async (generationId: string) =>
    (await prisma.imagePicture.findMany({ where: { generationId }, orderBy: { place: 'asc' } })).map(
      ({ state }) => state,
    )
  return {
    ...rig,
    script,
    play(...acts: Act[]): void {
      Object.assign(script, { submits: 0, acts, left: null })
    },
    async begin(count: number) {
      const userId = await rig.addUser()
      const input = generateImageInput.parse({ prompt: '雪天的红灯笼', count, requestKey: randomUUID() })
      return { userId, requested: await generateImage(rig.ctx, { ...input, userId }) }
    },
    taken: async (userId: string) => 50 - (await getBalance(rig.ctx, { userId })).credits,
    statesOf,
    madeOf: async (generationId: string) => (await statesOf(generationId)).filter((state) => state === 'made').length,
    versionOf: (generationId: string) => prisma.version.findUnique({ where: { generationId } }),
    callsOf: (generationId: string) =>
      prisma.imageCall.findMany({ where: { generationId }, orderBy: { sentAt: 'asc' } }),
    openCalls: (generationId: string) => prisma.imageCall.count({ where: { generationId, endedAt: null } }),
  }
}

export type ScriptedRig = Awaited<ReturnType<typeof createScriptedRig>>

/** The first attempt dies once the condition holds: whatever it still says, nobody hears it, and it does not go on. */
export const killedWhen =
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

/** Attempts die after so many milliseconds, each in its turn; null lets one live. */
export const killedAfter =
  (killAfterMs: readonly (number | null)[]) =>
  async (once: Once, index: number): Promise<RunAttemptEnd> => {
    const after = killAfterMs[index] ?? null
    if (after === null) return once()
    const aborter = new AbortController()
    const timer = setTimeout(() => aborter.abort(new WorkerKilled()), after)
    try {
      return await once({ signal: aborter.signal, isStop: () => false })
    } finally {
      clearTimeout(timer)
    }
  }
