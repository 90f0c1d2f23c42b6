import { z } from 'zod'
import { firstIssue, dottedPath } from '../../core/first-issue.ts'
import { isOneSize, pictureIn } from '../given-picture.ts'
import type { Raster } from '../picture/raster.ts'
import { whiteWeights } from '../picture/rework.ts'
import type { Job } from '../picture/make.ts'
import { Refused, type MediaCall } from '../serve-media.ts'
import { invalidParameter, nativeFailure } from './answers.ts'

export interface Asked {
  job: Job
  prompt: string
  count: number
}

const parameters = z.looseObject({
  n: z.number().int().min(1).max(4).optional(),
  size: z.string().optional(),
  seed: z.number().int().min(0).max(2_147_483_647).optional(),
  watermark: z.boolean().optional(),
  strength: z.number().min(0).max(1).optional(),
  upscale_factor: z.number().int().min(1).max(4).optional(),
})
const synthesis = z.looseObject({
  model: z.string(),
  input: z.looseObject({ prompt: z.string().min(1), negative_prompt: z.string().max(500).optional() }),
  parameters: parameters.optional(),
})
const functions = [
  'stylization_all',
  'stylization_local',
  'description_edit',
  'description_edit_with_mask',
  'remove_watermark',
  'expand',
  'super_resolution',
  'colorization',
  'doodle',
  'control_cartoon_feature',
] as const
const imageEdit = z.looseObject({
  model: z.string(),
  input: z.looseObject({
    function: z.enum(functions),
    prompt: z.string().max(800),
    base_image_url: z.string(),
    mask_image_url: z.string().optional(),
  }),
  parameters: parameters.optional(),
})
const part = z.union([z.strictObject({ text: z.string().min(1) }), z.strictObject({ image: z.string() })])
const messages = z.looseObject({
  model: z.string(),
  input: z.looseObject({
    messages: z.array(z.looseObject({ role: z.literal('user'), content: z.array(part).min(1) })).length(1),
  }),
  parameters: parameters.optional(),
})

function checked<T extends z.ZodType>(call: MediaCall, schema: T): z.infer<T> {
  const issue = firstIssue(schema, call.fields)
  if (issue !== null) throw invalidParameter(call.exchange, `${dottedPath(issue.path)} is invalid (${issue.kind}).`)
  return schema.parse(call.fields)
}

const models: Record<'synthesis' | 'imageedit' | 'messages', RegExp> = {
  synthesis: /^(?:wanx2\.1-t2i-(?:plus|turbo)|wan2\.[25]-t2i-(?:plus|flash|preview)|qwen-image(?:-plus)?)$/,
  imageedit: /^wanx2\.1-imageedit$/,
  messages: /^(?:wan2\.7-image(?:-pro)?|wan2\.6-t2i|qwen-image-max|qwen-image-edit(?:-plus|-max)?)$/,
}

export function assertModel(call: MediaCall, kind: keyof typeof models): void {
  if (!models[kind].test(call.model ?? '')) throw new Refused(nativeFailure(call.exchange, 'retired'))
}

/** Sizes are written with an asterisk here, and with nothing else. */
function sizeOf(call: MediaCall, text = '1024*1024') {
  const [, width = 0, height = 0] = (/^(\d+)\*(\d+)$/.exec(text) ?? []).map(Number)
  const isGood = Math.min(width, height) >= 512 && Math.max(width, height) <= 2048
  if (!isGood) throw invalidParameter(call.exchange, `size must be in the format of width*height, got ${text}`)
  return { width, height }
}

async function given(call: MediaCall, value: string, name: string): Promise<Raster> {
  const raster = await pictureIn(value)
  if (raster === null) throw invalidParameter(call.exchange, `${name} is no picture that can be read`)
  if (Math.min(raster.width, raster.height) < 512 || Math.max(raster.width, raster.height) > 4096)
    throw invalidParameter(call.exchange, `the side of ${name} must be in [512, 4096]`)
  return raster
}

export function readSynthesis(call: MediaCall): Asked {
  const { input, parameters: wish } = checked(call, synthesis)
  const size = sizeOf(call, wish?.size)
  const seed = `${call.seed}|${wish?.seed ?? ''}`
  return {
    prompt: input.prompt,
    count: wish?.n ?? 1,
    job: { kind: 'new', prompt: input.prompt, ...size, format: 'png', seed },
  }
}

export async function readImageEdit(call: MediaCall): Promise<Asked> {
  const { input, parameters: wish } = checked(call, imageEdit)
  const { prompt } = input
  const source = await given(call, input.base_image_url, 'base_image_url')
  const base = { format: 'png', seed: call.seed } as const
  const asked = (job: Job): Asked => ({ job, prompt, count: wish?.n ?? 1 })
  if (input.function === 'super_resolution')
    return asked({ ...base, kind: 'upscale', source, factor: wish?.upscale_factor ?? 1 })
  if (input.function === 'description_edit_with_mask') {
    if (input.mask_image_url === undefined) throw invalidParameter(call.exchange, 'mask_image_url is required')
    const mask = await given(call, input.mask_image_url, 'mask_image_url')
    if (!isOneSize(mask, source)) throw invalidParameter(call.exchange, 'mask and base image differ in size')
    return asked({ ...base, kind: 'edit', source, weights: whiteWeights(mask), prompt })
  }
  if (input.function === 'stylization_all') return asked({ ...base, kind: 'restyle', source, prompt })
  const isBackground = /背景|background/i.test(prompt)
  return asked({ ...base, kind: isBackground ? 'background' : 'variation', source, prompt })
}

export async function readMessages(call: MediaCall): Promise<Asked> {
  const { input, parameters: wish } = checked(call, messages)
  const content = input.messages[0]?.content ?? []
  const prompt = content.flatMap((one) => ('text' in one ? [one.text] : [])).join('\n')
  const image = content.flatMap((one) => ('image' in one ? [one.image] : []))[0]
  const base = { format: 'png', seed: call.seed } as const
  if (image === undefined) {
    if (call.model?.startsWith('qwen-image-edit')) throw invalidParameter(call.exchange, 'an image is required')
    return { prompt, count: wish?.n ?? 1, job: { ...base, kind: 'new', prompt, ...sizeOf(call, wish?.size) } }
  }
  const source = await given(call, image, 'image')
  const kind = /背景|background/i.test(prompt)
    ? 'background'
    : /another style|风格/i.test(prompt)
      ? 'restyle'
      : 'variation'
  return { prompt, count: wish?.n ?? 1, job: { ...base, kind, source, prompt } }
}
