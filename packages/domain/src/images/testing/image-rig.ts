import { failurePolicies } from '@mozhou/contracts/failures'
import { epochOf } from '@mozhou/contracts/generations/events'
import { parseId } from '@mozhou/contracts/ids'
import { catalogueDefaults, vendorDefaults } from '@mozhou/integrations/ai/catalogue-defaults'
import { imageCatalogueDefaults } from '@mozhou/integrations/ai/catalogue-image-defaults'
import { modelFactories } from '@mozhou/integrations/ai/registry'
import sharp from 'sharp'
import { acceptGeneration } from '../../generations/accept-generation.ts'
import type { Acceptance } from '../../generations/accept-generation.ts'
import { attemptRun } from '../../generations/attempt-run.ts'
import { completeGeneration } from '../../generations/complete-generation.ts'
import { failGeneration } from '../../generations/fail-generation.ts'
import type { AttemptControl, RunAttemptEnd, Stage } from '../../generations/fulfilment.ts'
import { keepStages } from '../../generations/keep-stages.ts'
import { repairGeneration } from '../../generations/repair-generation.ts'
import type { RequestedGeneration } from '../../generations/request-generation.ts'
import { settleFailed } from '../../generations/settle-failed.ts'
import { settleStopped } from '../../generations/settle-stopped.ts'
import { AttemptFailure } from '../../models/attempt-failure.ts'
import { uploadFile } from '../../files/upload-file.ts'
import { seedModels } from '../../seed/models.ts'
import { testSandboxUrl } from '../../testing/env.ts'
import { createTestDomain } from '../../testing/test-domain.ts'
import type { TestDomain } from '../../testing/test-domain.ts'

export type RigContext = TestDomain['ctx']

type Accepted = Extract<Acceptance, { kind: 'accepted' }>

/** The worker is gone in the middle of an attempt: nobody learns how it went. */
export class WorkerKilled extends Error {}

function unlessKilled(cause: unknown): void {
  if (!(cause instanceof WorkerKilled || cause instanceof AttemptFailure)) throw cause
}

export interface RunOptions {
  /** Wraps each attempt, to kill or to stop it. */
  attempt?: (run: (control?: AttemptControl) => Promise<RunAttemptEnd>, index: number) => Promise<RunAttemptEnd>
}

const never: AttemptControl = { signal: new AbortController().signal, isStop: () => false }

/** The whole domain with the sandbox's models, and what the workflow does with a run, step by step. */
export async function createImageRig() {
  const domain = await createTestDomain()
  const ctx: RigContext = {
    ...domain.ctx,
    models: modelFactories,
    settings: { ...domain.ctx.settings, sandboxUrl: testSandboxUrl(), concurrencyLimit: 50 },
  }
  const models = [...catalogueDefaults, ...imageCatalogueDefaults]
  await seedModels(ctx, { vendors: vendorDefaults, models, values: {} })

  async function addUser(): Promise<string> {
    const { user } = await domain.signUp()
    return parseId('user', user.id) ?? ''
  }

  async function upload(userId: string, bytes: Uint8Array): Promise<string> {
    const source = async function* () {
      yield bytes
    }
    return uploadFile(ctx, {
      userId,
      kind: 'picture',
      name: '原图.png',
      bytes: source(),
      requestKey: null,
      saidBytes: null,
    })
  }

  async function modelId(alias: string): Promise<string> {
    const { id } = await ctx.prisma.aiModel.findFirstOrThrow({
      where: { alias, deletedAt: null },
      select: { id: true },
    })
    return id
  }

  /** As `generate-creation.ts` does it, without a server. */
  async function run(requested: RequestedGeneration, options: RunOptions = {}): Promise<string> {
    const { generationId } = requested
    const accepted = await acceptGeneration(ctx, requested)
    if (accepted.kind === 'refused') return accepted.code
    const end = await runStages(requested, accepted, options)
    if (end.kind === 'finished') await completeGeneration(ctx, { generationId, epoch: end.epoch, finish: 'stop' })
    else if (end.kind === 'kept') await keepStages(ctx, { generationId })
    else if (end.kind === 'stopped') await settleStopped(ctx, { generationId })
    else {
      const { isKept } = await settleFailed(ctx, { generationId })
      if (isKept) return 'kept'
      await failGeneration(ctx, { generationId, code: 'GENERATION_BUSY' })
    }
    return end.kind
  }

  /** Somebody ends its workflow in the middle of its first attempt, and the sweep comes by. */
  async function runTerminated(
    requested: RequestedGeneration,
    attempt: (...attempt: Parameters<NonNullable<RunOptions['attempt']>>) => Promise<unknown>,
  ): Promise<boolean> {
    const { generationId } = requested
    const accepted = await acceptGeneration(ctx, requested)
    if (accepted.kind === 'refused') throw new Error(accepted.code)
    const input = {
      creationKind: 'image',
      generationId,
      modelId: accepted.candidates[0]?.modelId ?? '',
      epoch: epochOf(0, 1),
      attempt: 1,
      isFallback: false,
      step: accepted.stages?.[0]?.step ?? 1,
    }
    await attempt((control = never) => attemptRun(ctx, input, control), 0).catch(unlessKilled)
    return repairGeneration(ctx, { generationId })
  }

  async function runStages({ generationId }: RequestedGeneration, accepted: Accepted, options: RunOptions) {
    let round = 0
    let index = 0
    let delivered = 0
    let epoch = 0
    const tryCandidate = async (step: Stage['step'], candidate: string, isFallback: boolean) => {
      for (let attempt = 1; ; attempt += 1) {
        const input = {
          creationKind: 'image',
          generationId,
          modelId: candidate,
          epoch: epochOf(round, attempt),
          attempt,
          isFallback,
          step,
        }
        const once = (control = never) => attemptRun(ctx, input, control)
        try {
          return await (options.attempt?.(once, index++) ?? once())
        } catch (cause) {
          const mayRetry =
            cause instanceof WorkerKilled ? attempt < 5 : !(cause instanceof AttemptFailure) || cause.mayRetrySame
          if (!mayRetry || (attempt >= 2 && !(cause instanceof WorkerKilled))) throw cause
        }
      }
    }
    const tryStage = async (stage: Stage & { candidates?: Accepted['candidates'] }) => {
      for (const [place, candidate] of (stage.candidates ?? accepted.candidates).entries()) {
        try {
          return await tryCandidate(stage.step, candidate.modelId, place > 0)
        } catch (cause) {
          if (cause instanceof AttemptFailure && failurePolicies[cause.kind].nextModel === 'no') return null
        } finally {
          round += 1
        }
      }
      return null
    }
    let ahead: readonly Stage[] = accepted.stages ?? []
    for (let stage = ahead[0]; stage; stage = ahead[0]) {
      const outcome = await tryStage(stage)
      if (!outcome) return { kind: delivered > 0 ? 'kept' : 'failed', epoch } as const
      if (outcome.finish === 'stopped') return { kind: 'stopped', epoch } as const
      ahead = outcome.stages ?? ahead.slice(1)
      epoch = outcome.epoch
      if (stage.delivers) delivered += 1
    }
    return { kind: 'finished', epoch } as const
  }

  return { domain, ctx, addUser, upload, modelId, run, runTerminated }
}

export type ImageRig = Awaited<ReturnType<typeof createImageRig>>

/** A picture with something on it. */
export const samplePicture = (width = 768, height = 768): Promise<Uint8Array> =>
  sharp({
    create: { width, height, channels: 3, background: '#d8c3a5', noise: { type: 'gaussian', mean: 120, sigma: 30 } },
  })
    .png()
    .toBuffer()

/** White in the middle quarter, black around it. */
export async function sampleMask(width = 768, height = 768): Promise<Uint8Array> {
  const white = await sharp({
    create: { width: width / 2, height: height / 2, channels: 3, background: '#fff' },
  })
    .png()
    .toBuffer()
  return sharp({ create: { width, height, channels: 3, background: '#000' } })
    .composite([{ input: white, gravity: 'centre' }])
    .png()
    .toBuffer()
}

/** A picture that is no mask: all of it coloured. */
export const colourPicture = (width = 768, height = 768): Promise<Uint8Array> =>
  sharp({ create: { width, height, channels: 3, background: '#e0a030' } })
    .png()
    .toBuffer()
