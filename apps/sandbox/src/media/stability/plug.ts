import { randomBytes } from 'node:crypto'
import { Router } from 'express'
import { jsonAnswer, type VendorAnswer } from '../../core/answer.ts'
import { bearerOf, type Exchange } from '../../core/exchange.ts'
import type { ActiveFault } from '../../core/faults/active-fault.ts'
import type { Plug, SandboxState } from '../../core/plug.ts'
import { serveSimple } from '../../core/serve-simple.ts'
import { has, mediaFaults } from '../media-faults.ts'
import { makeBlurred, makePicture, type Job } from '../picture/make.ts'
import { Refused, serveMedia, type MediaCall, type MediaVendor } from '../serve-media.ts'
import { spoiled } from '../spoil.ts'
import { createTaskBook, stageOf, type TaskBook } from '../tasks.ts'
import { authenticateStability, badRequest, stabilityError, stabilityFailure } from './answers.ts'
import { checkForm, numberOf, sizeOf, sourceOf, weightsOf, type FormRule } from './forms.ts'

const key = 'stability'
const vendor: MediaVendor = {
  key,
  headers: (exchange) => ({ 'x-request-id': exchange.id }),
  authenticate: authenticateStability,
  malformed: (exchange) => stabilityError(exchange, 400, 'bad_request', 'content-type: must be multipart/form-data'),
  failure: stabilityFailure,
}

const types = { png: 'image/png', jpeg: 'image/jpeg', webp: 'image/webp' } as const

/** JSON with base64 or the bytes themselves, as `accept` asks; what was filtered comes blurred and with 200. */
async function hand(exchange: Exchange, job: Job, faults: readonly ActiveFault[]): Promise<VendorAnswer> {
  const isFiltered = has(faults, 'picture-filtered') || has(faults, 'partial')
  const reason = isFiltered ? 'CONTENT_FILTERED' : 'SUCCESS'
  const picture = isFiltered ? await makeBlurred(job) : await spoiled(await makePicture(job, 0), faults)
  const accept = exchange.request.headers.accept ?? ''
  const seed = Number.parseInt(exchange.id.slice(0, 8), 16)
  if (accept.includes('application/json')) {
    const image = has(faults, 'no-picture') ? '' : picture.toString('base64')
    return jsonAnswer(200, { image, finish_reason: reason, seed })
  }
  if (!/image\/\*|\*\/\*/.test(accept)) throw badRequest(exchange, 'accept: must be image/* or application/json')
  const headers = { 'finish-reason': reason, seed: String(seed) }
  return { status: 200, contentType: types[job.format], body: picture, headers }
}

const sd3 = ['sd3.5-large', 'sd3.5-large-turbo', 'sd3.5-medium', 'sd3.5-flash']

function newPicture(call: MediaCall, rule: Partial<FormRule>, megapixels: number): Job {
  const { prompt, base } = checkForm(call, { prompt: 'required', fields: ['aspect_ratio'], files: [], ...rule })
  return { ...base, kind: 'new', prompt, ...sizeOf(call, megapixels) }
}

async function fromPicture(call: MediaCall, rule: Partial<FormRule>): Promise<Job> {
  const { prompt, base } = checkForm(call, { prompt: 'required', fields: [], files: ['image'], ...rule })
  numberOf(call, 'strength', 0, 1)
  return { ...base, kind: 'variation', source: await sourceOf(call), prompt }
}

function ultra(call: MediaCall): Promise<Job> | Job {
  const fields = ['aspect_ratio', 'strength']
  return call.files.has('image') ? fromPicture(call, { fields }) : newPicture(call, { fields }, 1)
}

function diffusion(call: MediaCall): Promise<Job> | Job {
  if (!sd3.includes(call.model ?? '')) throw badRequest(call.exchange, `model: must be one of ${sd3.join(', ')}`)
  const fields = ['model', 'mode', 'cfg_scale', 'strength', 'aspect_ratio']
  if (call.fields.mode !== 'image-to-image') return newPicture(call, { fields }, 1)
  if (call.fields.aspect_ratio !== undefined) throw badRequest(call.exchange, 'aspect_ratio: is not allowed')
  return fromPicture(call, { fields })
}

async function inpaint(call: MediaCall, isErase: boolean): Promise<Job> {
  const words = isErase ? 'none' : 'required'
  const { prompt, base } = checkForm(call, { prompt: words, fields: ['grow_mask'], files: ['image', 'mask'] })
  const source = await sourceOf(call)
  return { ...base, kind: 'edit', source, weights: await weightsOf(call, source), prompt: isErase ? '' : prompt }
}

async function structure(call: MediaCall): Promise<Job> {
  const rule: FormRule = { prompt: 'required', fields: ['control_strength'], files: ['image'] }
  const { prompt, base } = checkForm(call, rule)
  return { ...base, kind: 'restyle', source: await sourceOf(call), prompt }
}

async function removeBackground(call: MediaCall): Promise<Job> {
  const { base } = checkForm(call, { prompt: 'none', fields: [], files: ['image'], formats: ['png', 'webp'] })
  return { ...base, kind: 'cut-out', source: await sourceOf(call) }
}

async function upscale(call: MediaCall): Promise<Job> {
  const { base } = checkForm(call, { prompt: 'none', fields: [], files: ['image'] })
  const source = await sourceOf(call)
  if (Math.max(source.width, source.height) > 1536)
    throw badRequest(call.exchange, 'image: sides must be 32 to 1536 pixels')
  return { ...base, kind: 'upscale', source, factor: 4 }
}

const relightFields = ['background_prompt', 'foreground_prompt', 'preserve_original_subject', 'light_source_direction']

async function replaceBackground(call: MediaCall): Promise<Job> {
  const rule: FormRule = { prompt: 'none', fields: relightFields, files: ['subject_image', 'background_reference'] }
  const { base } = checkForm(call, rule)
  const { background_prompt: prompt } = call.fields
  if (typeof prompt !== 'string' || prompt === '') throw badRequest(call.exchange, 'background_prompt: is required')
  return { ...base, kind: 'background', source: await sourceOf(call, 'subject_image'), prompt }
}

const keyOf = (exchange: Exchange) => bearerOf(exchange) ?? ''

function openTask({ exchange, faults }: MediaCall, job: Job, book: TaskBook): VendorAnswer {
  const id = randomBytes(32).toString('hex')
  book.open(exchange.state, { id, key: keyOf(exchange), model: '', prompt: '', job, count: 1, faults })
  return jsonAnswer(200, { id })
}

/** Another key's result is none. */
async function showResult({ exchange }: MediaCall, book: TaskBook): Promise<VendorAnswer> {
  const task = book.find(String(exchange.request.params.id), keyOf(exchange))
  if (task === null) throw new Refused(stabilityFailure(exchange, 'retired'))
  const stage = stageOf(task)
  if (stage === 'pending' || stage === 'running') return jsonAnswer(202, { id: task.id, status: 'in-progress' })
  if (stage === 'failed') return stabilityFailure(exchange, 'server-error')
  return stage === 'blocked' ? stabilityFailure(exchange, 'content-block') : hand(exchange, task.job, task.faults)
}

function routes(state: SandboxState, book: TaskBook): Router {
  const root = '/v2beta/stable-image'
  const router = Router()
  const at = (path: string, read: (call: MediaCall) => Promise<Job> | Job) =>
    router.post(
      `${root}/${path}`,
      serveMedia(
        state,
        vendor,
        async (call) => hand(call.exchange, await read(call), call.faults),
        // Where the address is the model, faults are behind an @ of it.
        ({ fields }, { request }) => fields.model ?? String(request.params.model ?? path),
      ),
    )
  at('generate/sd3', diffusion)
  at('generate/:model', (call) => {
    if (call.model === 'core') return newPicture(call, {}, 1.5)
    if (call.model === 'ultra') return ultra(call)
    throw new Refused(stabilityFailure(call.exchange, 'retired'))
  })
  at('edit/inpaint', (call) => inpaint(call, false))
  at('edit/erase', (call) => inpaint(call, true))
  at('edit/remove-background', removeBackground)
  at('control/structure', structure)
  at('upscale/fast', upscale)
  return router
    .post(
      `${root}/edit/replace-background-and-relight`,
      serveMedia(state, vendor, async (call) => openTask(call, await replaceBackground(call), book)),
    )
    .get(
      '/v2beta/results/:id',
      serveMedia(state, vendor, (call) => showResult(call, book)),
    )
    .use(serveSimple(state, key, (exchange) => stabilityFailure(exchange, 'retired')))
}

export function stabilityPlug(): Plug {
  const book = createTaskBook()
  return {
    key,
    name: 'Stability AI',
    aliases: [],
    path: '/stability',
    routes: (state) => routes(state, book),
    credentials: null,
    faults: mediaFaults({
      answers: {
        'bad-key': '401 unauthorized',
        'rate-limit': '429 rate_limit_exceeded',
        billing: '402 payment_required',
        retired: '404 not_found',
        overloaded: '503 service_unavailable',
        'server-error': '500 internal_error',
        'content-block': '403 content_moderation',
        'picture-filtered': '200 CONTENT_FILTERED，模糊的图',
        'task-lost': '404 not_found',
      },
      hasTasks: true,
      hasLinks: false,
    }),
    reset: () => book.clear(),
    controls: { key: 'sk-sandbox', model: 'core', addresses: ['/stability'] },
  }
}
