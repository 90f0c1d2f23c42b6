import { setTimeout as pause } from 'node:timers/promises'
import { ratioOf } from '@mozhou/contracts/models/image-abilities'
import type { ImageAbilities, PictureSize } from '@mozhou/contracts/models/image-abilities'
import type { TrialDto } from '@mozhou/contracts/models/answers'
import type { Finished, ImageModel, ImageRequest, Picture } from '@mozhou/integrations/ai/images/port'
import type { AttemptFailure } from './attempt-failure.ts'
import { formatId } from '@mozhou/contracts/ids'
import type { DomainContext } from '../context.ts'
import type { FileParts } from '../files/files-context.ts'
import { markShown } from '../files/mark-shown.ts'
import { resetCircuit } from './circuit.ts'
import { costMicroYuan } from './cost-rules.ts'
import type { OpenedImage } from './open-target.ts'
import { failureOf } from './trial-call.ts'
import { trialPicture } from './trial-picture.ts'
import { recordTrialUsage } from './write-usage.ts'

const prompt = '清晨的江面上，一叶墨色小舟'
const timeoutMs = 180_000
/** Operators do not wait as long for a first look as a queue does. */
const longestPauseMs = 3_000

const noUsage = {
  inputTokens: 0,
  outputTokens: 0,
  cachedInputTokens: 0,
  reasoningTokens: 0,
  isEstimated: false,
  pictures: 0,
}

interface Tried {
  end: Finished | null
  picture: Picture | null
  failure: AttemptFailure | null
}

/** A size that the model makes: about a square of a thousand pixels a side, or what comes first. */
export function trialSize({ sizes }: ImageAbilities): PictureSize {
  const square = { width: 1024, height: 1024 }
  if (sizes.kind === 'free') return square
  if (sizes.kind === 'listed') return sizes.sizes[0] ?? square
  const [ratio = '1:1'] = sizes.ratios
  return { width: Math.round(1024 * ratioOf(ratio)), height: 1024 }
}

/** What only works on pictures is given one. */
function requestOf(abilities: ImageAbilities): ImageRequest {
  const common = { prompt, count: 1, format: abilities.formats[0] ?? 'image/png', endUserKey: 'operator' } as const
  return abilities.operations.includes('generate')
    ? { ...common, operation: 'generate', size: trialSize(abilities) }
    : { ...common, operation: 'variation', source: trialPicture() }
}

async function finish(model: ImageModel, request: ImageRequest, signal: AbortSignal): Promise<Finished> {
  let state = await model.submit(request, signal)
  const taskId = state.state === 'pending' ? state.taskId : ''
  let waitMs = 500
  while (state.state === 'pending') {
    await pause(waitMs, undefined, { signal })
    const next = await model.poll(taskId, signal)
    if (next.state === 'done') return next
    waitMs = Math.min(next.waitMs, longestPauseMs)
    state = { state: 'pending', taskId, vendorRequestId: null }
  }
  return state
}

async function attempt(ctx: DomainContext, { target }: OpenedImage): Promise<Tried> {
  const tried: Tried = { end: null, picture: null, failure: null }
  const signal = AbortSignal.timeout(timeoutMs)
  try {
    const model = ctx.models.image(target)
    tried.end = await finish(model, requestOf(model.abilities), signal)
    const made = tried.end.outcomes.find((outcome) => outcome.kind === 'made')
    if (made) tried.picture = await model.take(made, { kind: 'any' }, signal)
  } catch (error) {
    tried.failure = failureOf(error)
  }
  return tried
}

/**
 * An operator's call of a model of pictures, past its circuit: one picture, which is shown with both marks of an AI and kept nowhere. It leaves a
 * usage row, as a try of a text does, whose id the marks name.
 * @throws AppError FILES_BUSY when the picture cannot be marked now: it is not shown without
 */
export async function tryImage(
  ctx: DomainContext & Pick<FileParts, 'staging' | 'fileWork'>,
  opened: OpenedImage,
): Promise<TrialDto> {
  const startedAt = performance.now()
  const { end, picture, failure } = await attempt(ctx, opened)
  const latencyMs = Math.round(performance.now() - startedAt)
  const usage = { ...noUsage, ...end?.usage }
  const usageId = await recordTrialUsage(
    ctx,
    opened,
    { purpose: 'model_test', toolKey: null },
    {
      outcome: failure ? 'failed' : 'succeeded',
      servedModel: end?.servedModel ?? null,
      vendorRequestId: end?.vendorRequestId ?? null,
      usage,
      firstTokenMs: null,
      latencyMs,
      failure,
      texts: [prompt],
    },
  )
  if (!failure) await resetCircuit(ctx, opened.circuit)
  const shown = picture && (await markShown(ctx, picture, formatId('usage', usageId)))
  return {
    isOk: failure === null,
    text: '',
    isCut: false,
    latencyMs,
    firstTokenMs: null,
    inputTokens: usage.inputTokens,
    outputTokens: usage.outputTokens,
    isEstimated: false,
    costMicroYuan: opened.price ? Number(costMicroYuan(usage, opened.price)) : 0,
    picture: shown && {
      type: shown.type,
      width: shown.width,
      height: shown.height,
      base64: Buffer.from(shown.bytes).toString('base64'),
    },
    failureKind: failure?.kind ?? null,
    vendorCode: failure?.vendorCode ?? null,
  }
}
