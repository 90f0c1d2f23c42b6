import { takesSize } from '@mozhou/contracts/models/image-abilities'
import { openAiAbilities } from '@mozhou/contracts/models/image-limits/openai'
import type { Image, ImageEditParamsNonStreaming, ImagesResponse } from 'openai/resources/images'
import { readApiKey, unsupportedProfile } from '../../authorization.ts'
import { loadOpenAi } from '../../load-sdks.ts'
import type * as OpenAiClient from '../../openai-client.ts'
import { refusalError } from '../../refusal.ts'
import { vendorFetch } from '../../vendor-fetch.ts'
import { openAiErrors } from '../../vendors/openai.ts'
import { cappedFetch, TooManyBytes } from '../capped-body.ts'
import { brokenCall, isUnknownOutcome, unanswered, withDeadline } from '../lost-call.ts'
import { toAlphaMask } from '../masks.ts'
import type { Finished, ImageModelFactory, ImageRequest, ImageTarget, PictureOutcome } from '../port.ts'
import { assertAble, finished, madeAt, madeFrom } from '../request-rules.ts'
import { takePicture } from '../take-picture.ts'
import { cancelsNothing, findsNothing, noTasks } from '../unsupported.ts'
import { asInstruction, wholePrompt } from '../words.ts'

const vendor = 'openai'

function outcomeOf({ b64_json: base64, url, revised_prompt: revised }: Image): PictureOutcome[] {
  if (base64) return [madeFrom(base64, revised ?? null)]
  return url ? [madeAt(url, revised ?? null)] : []
}

/** Everything but `data` may be missing. */
function read(target: ImageTarget, answer: ImagesResponse, requestId: string | null): Finished {
  const outcomes = (answer.data ?? []).flatMap(outcomeOf)
  return finished(
    {
      outcomes,
      usage: {
        pictures: outcomes.length,
        inputTokens: answer.usage?.input_tokens ?? 0,
        outputTokens: answer.usage?.output_tokens ?? 0,
      },
      servedModel: target.upstreamModel,
      vendorRequestId: requestId,
    },
    vendor,
  )
}

type OpenAi = typeof OpenAiClient

function toVendorError({ APIConnectionError, APIError, APIUserAbortError }: OpenAi, cause: unknown): unknown {
  if (cause instanceof APIUserAbortError) return cause
  for (let inner: unknown = cause, depth = 0; inner instanceof Error && depth < 4; inner = inner.cause, depth += 1)
    if (inner instanceof TooManyBytes) return unanswered(vendor, 'submit', 'answer_too_large', cause)
  if (cause instanceof SyntaxError) return unanswered(vendor, 'submit', 'unreadable_answer', cause)
  if (cause instanceof APIConnectionError) {
    const broken = brokenCall(vendor, 'submit', cause)
    return broken === cause ? unanswered(vendor, 'submit', 'connection_failed', cause) : broken
  }
  if (!(cause instanceof APIError) || cause.status === undefined) return cause
  const { status: httpStatus, error: body, headers } = cause
  if (isUnknownOutcome('submit', httpStatus)) return unanswered(vendor, 'submit', `http_${httpStatus}`, cause)
  return refusalError({ vendor, errorTable: openAiErrors, httpStatus, body, headers, cause })
}

const format = ({ format: type }: ImageRequest) => type.replace('image/', '') as 'png' | 'jpeg' | 'webp'
const sizeText = ({ width, height }: { width: number; height: number }) => `${width}x${height}`
const qualityOf = { standard: 'medium', high: 'high' } as const

function asFile(bytes: Uint8Array, type: string, name: string): File {
  return new File([new Uint8Array(bytes)], `${name}.${type.replace('image/', '')}`, { type })
}

type EditRequest = Exclude<ImageRequest, { operation: 'generate' | 'upscale' }>

async function editBody(target: ImageTarget, request: EditRequest): Promise<ImageEditParamsNonStreaming> {
  const { sizes } = openAiAbilities(target.upstreamModel)
  const { source } = request
  return {
    model: target.upstreamModel,
    image: asFile(source.bytes, source.type, 'image'),
    prompt: asInstruction(request),
    n: request.count,
    // The declared type of `size` is the first generation's; later ones take any size of their bounds.
    size: (takesSize(sizes, source) ? sizeText(source) : 'auto') as '1024x1024',
    output_format: format(request),
    user: request.endUserKey,
    ...(request.operation === 'edit' && { mask: asFile(await toAlphaMask(request.mask), 'image/png', 'mask') }),
    ...(request.operation === 'remove_background' && { background: 'transparent' as const }),
  }
}

/** GPT Image through the official SDK, with its own retries left out. It draws while one waits. */
export const openAiImages: ImageModelFactory = (target) => {
  const abilities = openAiAbilities(target.upstreamModel)

  const send = async ({ createClient }: OpenAi, request: ImageRequest, signal: AbortSignal) => {
    if (target.authProfile !== 'bearer') throw unsupportedProfile(target)
    const maxBytes = 1_048_576 + request.count * Math.ceil(target.limits.maxPictureBytes * 1.4)
    const { images } = createClient(target, readApiKey(target), cappedFetch(vendorFetch(target), maxBytes))
    const options = { signal }
    if (request.operation === 'upscale') throw noTasks(target)
    if (request.operation !== 'generate') return images.edit(await editBody(target, request), options).withResponse()
    return images
      .generate(
        {
          model: target.upstreamModel,
          prompt: wholePrompt(request.prompt, request.negativePrompt),
          n: request.count,
          size: sizeText(request.size),
          quality: qualityOf[request.quality ?? 'standard'],
          output_format: format(request),
          user: request.endUserKey,
        },
        options,
      )
      .withResponse()
  }

  return {
    abilities,
    async submit(request, signal) {
      assertAble(vendor, abilities, request)
      const call = { vendor, mode: 'submit' as const, timeoutMs: target.limits.submitTimeoutMs }
      const { data, request_id: requestId } = await withDeadline(call, signal, async (either) => {
        const sdk = await loadOpenAi()
        try {
          return await send(sdk, request, either)
        } catch (cause) {
          throw toVendorError(sdk, cause)
        }
      })
      return read(target, data, requestId ?? null)
    },
    poll: async () => {
      throw noTasks(target)
    },
    take: (made, expected, signal) => takePicture(target, made, expected, signal),
    findTask: findsNothing,
    cancel: cancelsNothing,
  }
}
