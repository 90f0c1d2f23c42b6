import { takesSize, whyUnable, type ImageAbilities, type ImageWish } from '@mozhou/contracts/models/image-abilities'
import { VendorError } from '@mozhou/contracts/vendor-error'
import type { ExpectedSize, Finished, ImageRequest, Picture, PictureOutcome } from './port.ts'

const measure = (picture: Picture | undefined) =>
  picture && { type: picture.type, width: picture.width, height: picture.height, bytes: picture.bytes.length }

/** As vendors count: by characters, not by halves of them. */
const length = (text: string | undefined) => Array.from(text ?? '').length

/** A request by its measures. */
export function wishOf(request: ImageRequest): ImageWish {
  return {
    operation: request.operation,
    size: request.operation === 'generate' ? request.size : null,
    count: request.count,
    format: request.format,
    promptChars: 'prompt' in request ? length(request.prompt.trim()) : 0,
    negativeChars: 'negativePrompt' in request ? length(request.negativePrompt) : 0,
    source: (request.operation !== 'generate' && measure(request.source)) || null,
    mask: (request.operation === 'edit' && measure(request.mask)) || null,
    factor: request.operation === 'upscale' ? request.factor : null,
  }
}

/** @throws VendorError `invalid_request` that names field and rule; whoever chooses candidates has asked `whyUnable` before. */
export function assertAble(vendor: string, abilities: ImageAbilities, request: ImageRequest): void {
  const inability = whyUnable(abilities, wishOf(request))
  if (inability)
    throw new VendorError('invalid_request', { vendor, vendorCode: `${inability.field}:${inability.rule}` })
}

/** What a picture of this request has to measure. */
export function expectedSize({ sizes }: ImageAbilities, request: ImageRequest): ExpectedSize {
  if (request.operation === 'generate') {
    const { width, height } = request.size
    return sizes.kind === 'ratios' ? { kind: 'ratio', ratio: width / height } : { kind: 'exact', width, height }
  }
  const { width, height } = request.source
  if (request.operation === 'upscale')
    return { kind: 'exact', width: width * request.factor, height: height * request.factor }
  // A mask is measured in pixels of the source. Elsewhere vendors keep the size that they make anyway, and others choose the nearest.
  if (request.operation === 'edit') return { kind: 'exact', width, height }
  return sizes.kind === 'listed' && !takesSize(sizes, request.source)
    ? { kind: 'any' }
    : { kind: 'ratio', ratio: width / height }
}

/** An end with at least one picture. @throws the first refusal, when there is none */
export function finished(end: Omit<Finished, 'state'>, vendor: string): Finished {
  const refused = end.outcomes.find((outcome) => outcome.kind === 'refused')
  const isEmpty = !end.outcomes.some((outcome) => outcome.kind === 'made')
  if (!isEmpty) return { state: 'done', ...end }
  // Said with 200, of work that is over: asked once more, it is as empty.
  throw refused?.error ?? new VendorError('unavailable', { vendor, vendorCode: 'no_picture', httpStatus: 200 })
}

export const madeAt = (url: string, revisedPrompt: string | null = null): PictureOutcome => ({
  kind: 'made',
  source: { url },
  revisedPrompt,
})

/** A picture in an answer, in base64; the address of a data URL before it is no part of it. */
export const madeFrom = (base64: string, revisedPrompt: string | null = null): PictureOutcome => ({
  kind: 'made',
  source: { bytes: Buffer.from(base64.replace(/^data:[^,]*,/, ''), 'base64') },
  revisedPrompt,
})
