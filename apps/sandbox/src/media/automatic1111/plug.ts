import { Router } from 'express'
import { z } from 'zod'
import { jsonAnswer, type VendorAnswer } from '../../core/answer.ts'
import type { Exchange } from '../../core/exchange.ts'
import { firstIssue } from '../../core/first-issue.ts'
import type { Plug, SandboxState } from '../../core/plug.ts'
import { serveSimple } from '../../core/serve-simple.ts'
import { isOneSize, pictureIn } from '../given-picture.ts'
import { has, mediaFaults, type MediaFailure } from '../media-faults.ts'
import { makePicture, type Job } from '../picture/make.ts'
import type { Raster } from '../picture/raster.ts'
import { whiteWeights } from '../picture/rework.ts'
import { Refused, serveMedia, type MediaCall, type MediaVendor } from '../serve-media.ts'
import { spoiled } from '../spoil.ts'

const key = 'automatic1111'

const thrown = (status: number, error: string, errors: string, detail = '') =>
  jsonAnswer(status, { error, detail, body: '', errors })

const failures: Record<MediaFailure, VendorAnswer> = {
  'bad-key': jsonAnswer(401, { detail: 'Incorrect username or password' }, { 'www-authenticate': 'Basic' }),
  // There is no limit but the queue, and nobody to pay or to object.
  'rate-limit': thrown(500, 'RuntimeError', 'queue is full'),
  billing: thrown(500, 'RuntimeError', 'queue is full'),
  retired: thrown(500, 'RuntimeError', 'Unknown checkpoint'),
  overloaded: thrown(500, 'OutOfMemoryError', 'CUDA out of memory. Tried to allocate 2.00 GiB.'),
  'server-error': thrown(500, 'RuntimeError', 'Expected all tensors to be on the same device'),
  'content-block': thrown(500, 'RuntimeError', 'blocked by a script'),
}

/** With `--api-auth`; a call without a name is let in, as without that option. */
function authenticate({ request }: Exchange): VendorAnswer | null {
  const encoded = /^Basic\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (request.headers.authorization === undefined) return null
  const pair = Buffer.from(encoded ?? '', 'base64').toString('utf8')
  return /^[^:]+:.+$/.test(pair) && !/bad|invalid|revoked/i.test(pair) ? null : failures['bad-key']
}

const vendor: MediaVendor = {
  key,
  headers: () => ({}),
  authenticate,
  malformed: () => jsonAnswer(422, { detail: [{ loc: ['body'], msg: 'JSON decode error', type: 'json_invalid' }] }),
  failure: (_exchange, fault) => failures[fault],
}

const words = {
  prompt: z.string().default(''),
  negative_prompt: z.string().default(''),
  batch_size: z.number().int().min(1).max(8).default(1),
  n_iter: z.number().int().min(1).max(8).default(1),
  width: z.number().int().min(64).max(2048).default(512),
  height: z.number().int().min(64).max(2048).default(512),
  seed: z.number().int().default(-1),
  steps: z.number().int().min(1).max(150).default(50),
}
const textToImage = z.looseObject(words)
const imageToImage = z.looseObject({
  ...words,
  init_images: z.array(z.string()).default([]),
  mask: z.string().nullish(),
  mask_blur: z.number().int().min(0).default(4),
  denoising_strength: z.number().min(0).max(1).default(0.75),
})
const extra = z.looseObject({
  image: z.string(),
  resize_mode: z.union([z.literal(0), z.literal(1)]).default(0),
  upscaling_resize: z.number().min(1).max(8).default(2),
  upscaler_1: z.string().default('None'),
})

/** As its framework words what does not fit. */
function checked<T extends z.ZodType>(call: MediaCall, schema: T): z.infer<T> {
  const issue = firstIssue(schema, call.fields)
  if (issue === null) return schema.parse(call.fields)
  const detail = [{ loc: ['body', ...issue.path], msg: `Input should be ${issue.expected}`, type: issue.kind }]
  throw new Refused(jsonAnswer(422, { detail }))
}

const notFound = (detail: string) => new Refused(thrown(404, 'HTTPException', '', detail))

/** With more than one picture an overview of them comes first, and `info` says where they begin. */
async function hand(call: MediaCall, job: Job, count: number): Promise<VendorAnswer> {
  const { faults } = call
  const wanted =
    has(faults, 'no-picture') || has(faults, 'picture-filtered') ? 0 : has(faults, 'partial') ? count - 1 : count
  const pictures: string[] = []
  for (let turn = 0; turn < wanted; turn += 1)
    pictures.push((await spoiled(await makePicture(job, turn), faults)).toString('base64'))
  const [first] = pictures
  const overview = pictures.length > 1 && first !== undefined ? [first] : []
  const info = JSON.stringify({ prompt: call.fields.prompt, index_of_first_image: overview.length })
  return jsonAnswer(200, { images: [...overview, ...pictures], parameters: { prompt: call.fields.prompt }, info })
}

function draw(call: MediaCall): Promise<VendorAnswer> {
  const { prompt, width, height, batch_size: size, n_iter: rounds, seed } = checked(call, textToImage)
  const drawn = seed === -1 ? call.seed : String(seed)
  return hand(call, { kind: 'new', prompt, width, height, format: 'png', seed: drawn }, size * rounds)
}

async function redraw(call: MediaCall): Promise<VendorAnswer> {
  const { prompt, init_images: given, mask, batch_size: size, n_iter: rounds } = checked(call, imageToImage)
  const source = await pictureIn(given[0])
  if (source === null) throw notFound('Init image not found')
  const base = { format: 'png', seed: call.seed } as const
  if (typeof mask === 'string') {
    const weights = whiteWeights(await maskFor(source, mask))
    return hand(call, { ...base, kind: 'edit', source, weights, prompt }, size * rounds)
  }
  const kind = /风格|style/i.test(prompt) ? 'restyle' : 'variation'
  return hand(call, { ...base, kind, source, prompt }, size * rounds)
}

async function maskFor(source: Raster, given: string): Promise<Raster> {
  const mask = await pictureIn(given)
  if (mask === null || !isOneSize(mask, source)) throw new Refused(thrown(500, 'ValueError', 'images do not match'))
  return mask
}

async function enlarge(call: MediaCall): Promise<VendorAnswer> {
  const { image, upscaling_resize: factor } = checked(call, extra)
  const source = await pictureIn(image)
  if (source === null) throw new Refused(thrown(500, 'HTTPException', '', 'Invalid encoded image'))
  const made = await makePicture({ kind: 'upscale', source, factor, format: 'png', seed: call.seed }, 0)
  const picture = await spoiled(made, call.faults)
  const shown = has(call.faults, 'no-picture') || has(call.faults, 'picture-filtered') ? '' : picture.toString('base64')
  return jsonAnswer(200, { html_info: '', image: shown })
}

/** The checkpoint is an override of the settings, not a field of its own. */
function checkpointOf({ fields }: { fields: Record<string, unknown> }): unknown {
  const settings = fields.override_settings
  return typeof settings === 'object' && settings !== null && 'sd_model_checkpoint' in settings
    ? settings.sd_model_checkpoint
    : null
}

function routes(state: SandboxState): Router {
  const on = (serve: Parameters<typeof serveMedia>[2]) => serveMedia(state, vendor, serve, checkpointOf)
  const models = [{ title: 'sandbox.safetensors', model_name: 'sandbox', filename: 'sandbox.safetensors' }]
  return Router()
    .post('/sdapi/v1/txt2img', on(draw))
    .post('/sdapi/v1/img2img', on(redraw))
    .post('/sdapi/v1/extra-single-image', on(enlarge))
    .get(
      '/sdapi/v1/sd-models',
      on(() => jsonAnswer(200, models)),
    )
    .get(
      '/sdapi/v1/progress',
      on(() =>
        jsonAnswer(200, { progress: 0, eta_relative: 0, state: { job: '' }, current_image: null, textinfo: null }),
      ),
    )
    .use(serveSimple(state, key, () => jsonAnswer(404, { detail: 'Not Found' })))
}

export function automatic1111Plug(): Plug {
  return {
    key,
    name: 'AUTOMATIC1111（自建）',
    aliases: ['a1111'],
    path: '/automatic1111',
    routes,
    credentials: null,
    faults: mediaFaults({
      answers: {
        'bad-key': '401',
        'rate-limit': '500 RuntimeError',
        billing: '500 RuntimeError',
        retired: '500 RuntimeError',
        overloaded: '500 OutOfMemoryError',
        'server-error': '500 RuntimeError',
        'content-block': '500 RuntimeError',
        'picture-filtered': '成功但没有图',
      },
      hasTasks: false,
      hasLinks: false,
    }),
    reset: () => {},
    controls: { key: 'sandbox:sandbox', model: 'default', addresses: ['/automatic1111'] },
  }
}
