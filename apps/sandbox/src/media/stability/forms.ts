import { nearestSize } from './sizes.ts'
import { isOneSize, opened } from '../given-picture.ts'
import type { Job } from '../picture/make.ts'
import type { PictureFormat, Raster } from '../picture/raster.ts'
import { whiteWeights, type Weights } from '../picture/rework.ts'
import type { MediaCall } from '../serve-media.ts'
import { badRequest } from './answers.ts'

/** What a form of one endpoint may say beyond format, seed and words. */
export interface FormRule {
  /** `optional` words; `none` at all. */
  prompt: 'required' | 'optional' | 'none'
  fields: readonly string[]
  files: readonly string[]
  formats?: readonly PictureFormat[]
}

const formats: readonly PictureFormat[] = ['png', 'jpeg', 'webp']
const common = ['prompt', 'negative_prompt', 'seed', 'output_format', 'style_preset']
const minPixels = 4_096
const maxPixels = 9_437_184

function text(call: MediaCall, name: string): string {
  const value = call.fields[name]
  return typeof value === 'string' ? value : ''
}

/** @throws Refused that names every field in the wrong */
export function checkForm(call: MediaCall, rule: FormRule): { prompt: string; base: Pick<Job, 'format' | 'seed'> } {
  const errors: string[] = []
  const allowed = [...common, ...rule.fields]
  for (const name of Object.keys(call.fields)) if (!allowed.includes(name)) errors.push(`${name}: is not allowed`)
  for (const name of call.files.keys()) if (!rule.files.includes(name)) errors.push(`${name}: is not allowed`)
  const prompt = text(call, 'prompt')
  if (rule.prompt === 'required' && prompt === '') errors.push('prompt: is required')
  if (prompt.length > 10_000) errors.push('prompt: must be at most 10000 characters')
  const written = text(call, 'output_format') || 'png'
  const format = (rule.formats ?? formats).find((one) => one === written)
  if (format === undefined) errors.push(`output_format: must be one of ${(rule.formats ?? formats).join(', ')}`)
  const seed = Number(text(call, 'seed') || 0)
  if (!(seed >= 0 && seed <= 4_294_967_294)) errors.push('seed: must be between 0 and 4294967294')
  if (errors.length > 0) throw badRequest(call.exchange, ...errors)
  return { prompt, base: { format: format ?? 'png', seed: seed === 0 ? call.seed : String(seed) } }
}

export async function sourceOf(call: MediaCall, name = 'image'): Promise<Raster> {
  const file = call.files.get(name)
  if (file === undefined) throw badRequest(call.exchange, `${name}: is required`)
  const raster = await opened(file.bytes)
  if (raster === null) throw badRequest(call.exchange, `${name}: is not a readable image`)
  const pixels = raster.width * raster.height
  if (Math.min(raster.width, raster.height) < 64)
    throw badRequest(call.exchange, `${name}: every side must be at least 64 pixels`)
  if (pixels < minPixels || pixels > maxPixels)
    throw badRequest(call.exchange, `${name}: pixel count must be between ${minPixels} and ${maxPixels}`)
  return raster
}

/** White of the mask, or what is transparent in the picture itself. */
export async function weightsOf(call: MediaCall, source: Raster): Promise<Weights> {
  const file = call.files.get('mask')
  if (file === undefined) {
    const { rgba } = source
    return Uint8Array.from({ length: rgba.length / 4 }, (_, pixel) => 255 - (rgba[pixel * 4 + 3] ?? 0))
  }
  const mask = await opened(file.bytes)
  if (mask === null) throw badRequest(call.exchange, 'mask: is not a readable image')
  if (!isOneSize(mask, source))
    throw badRequest(call.exchange, 'mask: the sandbox takes masks of the size of the image')
  return whiteWeights(mask)
}

export function sizeOf(call: MediaCall, megapixels: number) {
  const ratio = text(call, 'aspect_ratio') || '1:1'
  const size = nearestSize(ratio, megapixels)
  if (size === null) throw badRequest(call.exchange, `aspect_ratio: ${ratio} is not supported`)
  return size
}

export function numberOf(call: MediaCall, name: string, least: number, most: number): number {
  const written = text(call, name)
  const value = Number(written)
  if (written === '') throw badRequest(call.exchange, `${name}: is required`)
  if (!(value >= least && value <= most))
    throw badRequest(call.exchange, `${name}: must be between ${least} and ${most}`)
  return value
}
