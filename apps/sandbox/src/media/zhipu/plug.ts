import { randomUUID } from 'node:crypto'
import { Router } from 'express'
import { z } from 'zod'
import { authenticateZhipu } from '../../ai/zhipu/authenticate.ts'
import { zhipuError, zhipuErrorBody, zhipuFailure } from '../../ai/zhipu/errors.ts'
import { zhipuPlug } from '../../ai/zhipu/plug.ts'
import { jsonAnswer, type VendorAnswer } from '../../core/answer.ts'
import { bearerOf, type Exchange } from '../../core/exchange.ts'
import { firstIssue, dottedPath } from '../../core/first-issue.ts'
import type { Plug } from '../../core/plug.ts'
import { extendPlug } from '../extend-plug.ts'
import { has, mediaFaults } from '../media-faults.ts'
import type { Job } from '../picture/make.ts'
import { createResults, type Results } from '../results.ts'
import { Refused, serveMedia, type MediaCall, type MediaVendor } from '../serve-media.ts'
import { createTaskBook, stageOf, type TaskBook } from '../tasks.ts'

/** Alive on 2026-11-22 (docs.bigmodel.cn): what one of them may measure. */
const models: Readonly<Record<string, { step: number; maxPixels: number; usual: string }>> = {
  'glm-image': { step: 32, maxPixels: 2 ** 22, usual: '1280x1280' },
  'cogview-4-250304': { step: 16, maxPixels: 2 ** 21, usual: '1024x1024' },
  'cogview-4': { step: 16, maxPixels: 2 ** 21, usual: '1024x1024' },
  'cogview-3-flash': { step: 16, maxPixels: 2 ** 21, usual: '1024x1024' },
}

const generation = z.strictObject({
  model: z.string(),
  prompt: z.string().min(1),
  quality: z.enum(['hd', 'standard']).optional(),
  size: z.string().optional(),
  watermark_enabled: z.boolean().optional(),
  user_id: z.string().min(6).max(128).optional(),
})

function readJob({ exchange, fields, model, seed }: MediaCall): { job: Job; prompt: string } {
  const body = { ...fields, model: model ?? undefined }
  const issue = firstIssue(generation, body)
  if (issue !== null)
    throw new Refused(zhipuError(exchange, issue.kind === 'missing' ? '1213' : '1214', dottedPath(issue.path)))
  const { prompt, size: written, quality } = generation.parse(body)
  const known = models[model ?? '']
  if (known === undefined) throw new Refused(zhipuError(exchange, '1211'))
  if (model === 'glm-image' && quality === 'standard') throw new Refused(zhipuError(exchange, '1214', 'quality'))
  const [, width = 0, height = 0] = (/^(\d+)x(\d+)$/.exec(written ?? known.usual) ?? []).map(Number)
  const isGood =
    [width, height].every((side) => side >= 512 && side <= 2048 && side % known.step === 0) &&
    width * height <= known.maxPixels
  if (!isGood) throw new Refused(zhipuError(exchange, '1214', 'size'))
  return { prompt, job: { kind: 'new', prompt, width, height, format: 'png', seed } }
}

const filter = [{ role: 'assistant', level: 3 }]

function link(exchange: Exchange, results: Results, call: Pick<MediaCall, 'faults'>, job: Job) {
  return has(call.faults, 'no-picture') ? [] : [{ url: results.link(exchange, { job, turn: 0, faults: call.faults }) }]
}

function generate(call: MediaCall, results: Results): VendorAnswer {
  const { exchange, faults } = call
  const { job } = readJob(call)
  if (has(faults, 'picture-filtered') || has(faults, 'partial')) throw new Refused(zhipuError(exchange, '1301'))
  return jsonAnswer(200, {
    created: Math.floor(Date.now() / 1000),
    data: link(exchange, results, call, job),
    content_filter: filter,
  })
}

const keyOf = (exchange: Exchange) => bearerOf(exchange) ?? ''

function submit(call: MediaCall, book: TaskBook): VendorAnswer {
  const { exchange, faults } = call
  const { job, prompt } = readJob(call)
  const model = call.model ?? ''
  if (model !== 'glm-image') throw new Refused(zhipuError(exchange, '1211'))
  const id = randomUUID().replaceAll('-', '')
  // A signed token is another one every time, and still the same caller.
  book.open(exchange.state, { id, key: '', model, prompt, job, count: 1, faults })
  return jsonAnswer(200, { model, id, request_id: exchange.id, task_status: 'PROCESSING' })
}

function show({ exchange }: MediaCall, book: TaskBook, results: Results): VendorAnswer {
  const task = book.find(String(exchange.request.params.id), '')
  if (task === null) return zhipuError(exchange, '1214', 'id')
  const told = { model: task.model, request_id: exchange.id }
  const stage = stageOf(task)
  if (stage === 'pending' || stage === 'running') return jsonAnswer(200, { ...told, task_status: 'PROCESSING' })
  const isBlocked = stage === 'blocked' || has(task.faults, 'picture-filtered')
  if (isBlocked) return jsonAnswer(200, { ...told, task_status: 'FAIL', ...zhipuErrorBody(exchange, '1301') })
  if (stage === 'failed') return jsonAnswer(200, { ...told, task_status: 'FAIL' })
  return jsonAnswer(200, { ...told, task_status: 'SUCCESS', image_result: link(exchange, results, task, task.job) })
}

const monthMs = 30 * 86_400_000

/** The vendor with CogView, which answers with an address, and GLM-Image, which has a task besides. */
export function zhipuWithPictures(): Plug {
  const book = createTaskBook()
  const results = createResults('/zhipu/api/paas/v4/results', monthMs)
  const secrets = new Map<string, string>()
  const vendor: MediaVendor = {
    key: 'zhipu',
    headers: (exchange) => ({ 'x-log-id': exchange.id }),
    authenticate: (exchange) =>
      keyOf(exchange) === '' ? zhipuError(exchange, '1001') : authenticateZhipu(exchange, secrets),
    malformed: (exchange) => zhipuError(exchange, '1210'),
    failure(exchange, fault) {
      const failure = zhipuFailure(exchange, fault)
      return failure === 'in-reply' ? zhipuError(exchange, '1301') : failure
    },
  }
  return extendPlug(zhipuPlug(secrets), {
    routes: (state) => {
      const on = (serve: Parameters<typeof serveMedia>[2]) => serveMedia(state, vendor, serve)
      return Router()
        .post(
          '/images/generations',
          on((call) => generate(call, results)),
        )
        .post(
          '/async/images/generations',
          on((call) => submit(call, book)),
        )
        .get(
          '/async-result/:id',
          on((call) => show(call, book, results)),
        )
        .get('/results/:name', results.serve(state, 'zhipu'))
    },
    faults: mediaFaults({
      answers: {
        'bad-key': '401 1000',
        'rate-limit': '429 1302',
        billing: '429 1113',
        retired: '400 1211',
        overloaded: '429 1305',
        'server-error': '500 1200',
        'content-block': '400 1301',
        'picture-filtered': '400 1301',
        'task-lost': '400 1214',
      },
      hasTasks: true,
      hasLinks: true,
    }),
    reset() {
      book.clear()
      results.clear()
    },
  })
}
