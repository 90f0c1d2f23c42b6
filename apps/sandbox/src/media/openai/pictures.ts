import { z } from 'zod'
import { describeIssue } from '../../ai/openai/check.ts'
import { modelGone, modelUnknown, openAiError } from '../../ai/openai/errors.ts'
import { jsonAnswer, type VendorAnswer } from '../../core/answer.ts'
import { firstIssue } from '../../core/first-issue.ts'
import { has } from '../media-faults.ts'
import { decode, NoPicture, type Raster } from '../picture/raster.ts'
import { makePicture, type Job } from '../picture/make.ts'
import { clearWeights } from '../picture/rework.ts'
import { Refused, type MediaCall } from '../serve-media.ts'
import { spoiled } from '../spoil.ts'

/** Alive on 2026-11-22 (`ImageModel` of npm openai 7.57.0). */
const models = ['gpt-image-1.5', 'gpt-image-1-mini', 'gpt-image-2', 'gpt-image-2.5']
const retired = ['dall-e-2', 'dall-e-3', 'gpt-image-1']

const common = {
  model: z.string(),
  prompt: z.string().min(1).max(32_000),
  n: z.coerce.number().int().min(1).max(10).optional(),
  size: z.string().optional(),
  quality: z.enum(['auto', 'low', 'medium', 'high', 'xhigh', 'max']).optional(),
  output_format: z.enum(['png', 'jpeg', 'webp']).optional(),
  output_compression: z.coerce.number().int().min(0).max(100).optional(),
  background: z.enum(['transparent', 'opaque', 'auto']).optional(),
  user: z.string().optional(),
}
/** There is no `response_format`: these models always answer in base64, and refuse to be asked. */
const generation = z.strictObject({ ...common, moderation: z.enum(['low', 'auto']).optional() })
const edit = z.strictObject({ ...common, input_fidelity: z.enum(['high', 'low']).optional() })

const refuse = (message: string, param: string, code: string | null = 'invalid_value') =>
  new Refused(openAiError(400, { message, param, code }))

function checked<T extends z.ZodType>(schema: T, fields: unknown): z.infer<T> {
  const issue = firstIssue(schema, fields)
  if (issue !== null) throw new Refused(describeIssue(issue))
  return schema.parse(fields)
}

function assertModel(model: string | null): string {
  const name = model ?? ''
  if (retired.includes(name)) throw new Refused(modelGone(name))
  if (!models.includes(name)) throw new Refused(modelUnknown(name))
  return name
}

const threeSizes = ['1024x1024', '1536x1024', '1024x1536']

function sizeOf(model: string, text: string | undefined, usual: { width: number; height: number }) {
  if (text === undefined || text === 'auto') return usual
  const [, width = 0, height = 0] = (/^(\d+)x(\d+)$/.exec(text) ?? []).map(Number)
  const isFree =
    width % 16 === 0 &&
    height % 16 === 0 &&
    width * height > 0 &&
    Math.max(width, height) <= 3 * Math.min(width, height) &&
    width * height <= 3840 * 2160
  const isGood = model.startsWith('gpt-image-1') ? threeSizes.includes(text) : isFree
  if (!isGood)
    throw refuse(
      `Invalid value: '${text}'. Supported values are: '1024x1024', '1024x1536', '1536x1024', and 'auto'.`,
      'size',
    )
  return { width, height }
}

const tokensOf = (text: string) => Math.ceil(text.length * 0.6)

async function render(call: MediaCall, job: Job, prompt: string, count: number): Promise<VendorAnswer> {
  const { faults } = call
  if (has(faults, 'picture-filtered'))
    throw new Refused(
      openAiError(400, {
        message: 'Your request was rejected by the safety system. safety_violations=[violence].',
        type: 'image_generation_user_error',
        code: 'moderation_blocked',
      }),
    )
  const wanted = has(faults, 'no-picture') ? 0 : has(faults, 'partial') ? count - 1 : count
  const pictures: Buffer[] = []
  for (let turn = 0; turn < wanted; turn += 1) pictures.push(await spoiled(await makePicture(job, turn), faults))
  const input = tokensOf(prompt)
  const output = 1056 * pictures.length
  return jsonAnswer(200, {
    created: Math.floor(Date.now() / 1000),
    data: pictures.map((picture) => ({ b64_json: picture.toString('base64') })),
    output_format: job.format,
    usage: {
      input_tokens: input,
      output_tokens: output,
      total_tokens: input + output,
      input_tokens_details: { text_tokens: input, image_tokens: 0 },
    },
  })
}

export function generatePictures(call: MediaCall): Promise<VendorAnswer> {
  const { prompt, n = 1, ...wish } = checked(generation, { ...call.fields, model: call.model ?? undefined })
  const model = assertModel(call.model)
  const size = sizeOf(model, wish.size, { width: 1024, height: 1024 })
  const job: Job = { kind: 'new', prompt, ...size, format: wish.output_format ?? 'png', seed: call.seed }
  return render(call, job, prompt, n)
}

async function upload(call: MediaCall, names: readonly string[]): Promise<Raster | null> {
  const file = names.map((name) => call.files.get(name)).find((found) => found !== undefined)
  if (file === undefined) return null
  try {
    return await decode(file.bytes)
  } catch (cause) {
    if (cause instanceof NoPicture)
      throw refuse('Invalid image file or mode for image 1.', names[0] ?? 'image', 'invalid_image_file')
    throw cause
  }
}

function inOwnSize(job: Job, size: { width: number; height: number }): Job {
  if (job.kind === 'new' || (job.source.width === size.width && job.source.height === size.height)) return job
  throw refuse('The sandbox edits pictures in their own size only.', 'size', 'unsupported_value')
}

/** Instructions are words; the few that stand for an operation are recognised. */
function jobOf(
  prompt: string,
  source: Raster,
  mask: Raster | null,
  isClear: boolean,
  given: Pick<Job, 'format' | 'seed'>,
): Job {
  if (mask !== null) return { ...given, kind: 'edit', source, weights: clearWeights(mask), prompt }
  if (isClear) return { ...given, kind: 'cut-out', source }
  if (/background/i.test(prompt)) return { ...given, kind: 'background', source, prompt }
  if (/another style/i.test(prompt)) return { ...given, kind: 'restyle', source, prompt }
  return { ...given, kind: 'variation', source, prompt }
}

export async function editPictures(call: MediaCall): Promise<VendorAnswer> {
  const { prompt, n = 1, ...wish } = checked(edit, { ...call.fields, model: call.model ?? undefined })
  const model = assertModel(call.model)
  const source = await upload(call, ['image', 'image[]'])
  if (source === null) throw refuse("Missing required parameter: 'image'.", 'image', 'missing_required_parameter')
  const mask = await upload(call, ['mask'])
  if (mask !== null && (mask.width !== source.width || mask.height !== source.height))
    throw refuse('Invalid mask image: the mask must have the same dimensions as the image.', 'mask')
  if (mask !== null && !clearWeights(mask).some((weight) => weight > 0))
    throw refuse('Invalid mask image: the mask has no transparent pixels.', 'mask')
  const given = { format: wish.output_format ?? 'png', seed: call.seed } as const
  const job = jobOf(prompt, source, mask, wish.background === 'transparent', given)
  return render(call, inOwnSize(job, sizeOf(model, wish.size, source)), prompt, n)
}

/** The endpoint went with the only model it had. */
export function refuseVariations(): VendorAnswer {
  return modelGone('dall-e-2')
}
