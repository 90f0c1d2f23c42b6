import { automatic1111Abilities } from '@mozhou/contracts/models/image-limits/automatic1111'
import { VendorError } from '@mozhou/contracts/vendor-error'
import { credentialsError, unsupportedProfile } from '../../authorization.ts'
import { isRecord, kindOf, type ErrorTable } from '../../refusal.ts'
import type { Finished, ImageModelFactory, ImageRequest, ImageTarget } from '../port.ts'
import { assertAble, finished, madeFrom } from '../request-rules.ts'
import { takePicture } from '../take-picture.ts'
import { cancelsNothing, findsNothing, noTasks } from '../unsupported.ts'
import { callVendor, type VendorReply } from '../vendor-call.ts'

const vendor = 'automatic1111'

/** `error` of its answers is the name of a Python exception; of 422 and 401 there is a `detail` alone. */
export const automatic1111Errors: ErrorTable = {
  OutOfMemoryError: 'unavailable',
  'HTTPException@404': 'invalid_request',
  'HTTPException@500': 'unavailable',
  'HTTPException@422': 'invalid_request',
}

function headersOf(target: ImageTarget): Record<string, string> {
  if (target.authProfile === 'none') return {}
  if (target.authProfile !== 'basic') throw unsupportedProfile(target)
  const { apiKey } = target.credentials
  if (!/^[^:]+:.+$/.test(apiKey)) throw credentialsError(target, 'malformed_key')
  return { authorization: `Basic ${Buffer.from(apiKey, 'utf8').toString('base64')}` }
}

function readRefusal({ body, httpStatus }: VendorReply): VendorError | null {
  if (!isRecord(body)) return null
  const code = typeof body.error === 'string' && body.error !== '' ? body.error : undefined
  const words = typeof body.detail === 'string' && body.detail !== '' ? body.detail : body.errors
  return new VendorError(kindOf(automatic1111Errors, code === undefined ? [] : [code], httpStatus), {
    vendor,
    vendorCode: code ?? `http_${httpStatus}`,
    httpStatus,
    vendorMessage: typeof words === 'string' && words !== '' ? words : undefined,
  })
}

const base64 = ({ bytes }: { bytes: Uint8Array }) => Buffer.from(bytes).toString('base64')

/** Ids that stand for whatever the server has loaded. */
const isLoadedModel = (upstreamModel: string) => /^default\b/.test(upstreamModel)

function common(target: ImageTarget, request: Exclude<ImageRequest, { operation: 'upscale' | 'remove_background' }>) {
  return {
    prompt: request.prompt,
    negative_prompt: request.negativePrompt ?? '',
    batch_size: request.count,
    n_iter: 1,
    steps: 25,
    cfg_scale: 7,
    seed: request.operation === 'generate' ? (request.seed ?? -1) : -1,
    send_images: true,
    save_images: false,
    ...(!isLoadedModel(target.upstreamModel) && {
      override_settings: { sd_model_checkpoint: target.upstreamModel },
      override_settings_restore_afterwards: true,
    }),
  }
}

function callOf(target: ImageTarget, request: ImageRequest): { path: string; body: Record<string, unknown> } {
  if (request.operation === 'remove_background') throw noTasks(target)
  if (request.operation === 'upscale')
    return {
      path: '/sdapi/v1/extra-single-image',
      body: {
        image: base64(request.source),
        resize_mode: 0,
        upscaling_resize: request.factor,
        upscaler_1: 'R-ESRGAN 4x+',
      },
    }
  const words = common(target, request)
  if (request.operation === 'generate')
    return { path: '/sdapi/v1/txt2img', body: { ...words, width: request.size.width, height: request.size.height } }
  const { source } = request
  return {
    path: '/sdapi/v1/img2img',
    body: {
      ...words,
      init_images: [base64(source)],
      width: source.width,
      height: source.height,
      denoising_strength: 'strength' in request ? (request.strength ?? 0.6) : 0.75,
      // A blurred edge would reach beyond what was marked.
      ...(request.operation === 'edit' && { mask: base64(request.mask), mask_blur: 0, inpainting_fill: 1 }),
    },
  }
}

/** With more than one picture, an overview of them may come first; `info`, which is JSON in a string, says so. */
function firstPicture(info: unknown): number {
  if (typeof info !== 'string') return 0
  try {
    const parsed: unknown = JSON.parse(info)
    const first = isRecord(parsed) ? parsed.index_of_first_image : 0
    return typeof first === 'number' ? first : 0
  } catch {
    return 0
  }
}

function read(target: ImageTarget, { body }: VendorReply): Finished {
  const { image, images, info } = isRecord(body) ? body : {}
  const list = typeof image === 'string' ? [image] : Array.isArray(images) ? images.slice(firstPicture(info)) : []
  const outcomes = list.filter((one) => typeof one === 'string' && one !== '').map((one) => madeFrom(String(one)))
  return finished(
    {
      outcomes,
      usage: { pictures: outcomes.length, inputTokens: 0, outputTokens: 0 },
      servedModel: target.upstreamModel,
      vendorRequestId: null,
    },
    vendor,
  )
}

/** A server of one's own. It draws one call after another, while one waits. */
export const automatic1111Images: ImageModelFactory = (target) => ({
  abilities: automatic1111Abilities,
  async submit(request, signal) {
    assertAble(vendor, automatic1111Abilities, request)
    const { path, body } = callOf(target, request)
    const call = { mode: 'submit' as const, method: 'POST' as const, path, headers: headersOf(target), body }
    const dialect = { errorTable: automatic1111Errors, readRefusal }
    // An overview may come besides.
    return read(target, await callVendor(target, dialect, { ...call, picturesInAnswer: request.count + 1 }, signal))
  },
  poll: async () => {
    throw noTasks(target)
  },
  take: (made, expected, signal) => takePicture(target, made, expected, signal),
  findTask: findsNothing,
  cancel: cancelsNothing,
})
