import { Router } from 'express'
import { dashScopePlug } from '../../ai/dashscope/plug.ts'
import { requestIdOf } from '../../ai/dashscope/authenticate.ts'
import { jsonAnswer, type VendorAnswer } from '../../core/answer.ts'
import type { Plug } from '../../core/plug.ts'
import { extendPlug } from '../extend-plug.ts'
import { has, mediaFaults } from '../media-faults.ts'
import { createResults, type Results } from '../results.ts'
import { Refused, serveMedia, type MediaCall, type MediaVendor } from '../serve-media.ts'
import { createTaskBook } from '../tasks.ts'
import { authenticateNative, inspection, invalidParameter, nativeError, nativeFailure } from './answers.ts'
import { assertModel, readImageEdit, readMessages, readSynthesis } from './jobs.ts'
import { cancelTask, linksOf, listTasks, openTask, showTask } from './tasks.ts'

const vendor: MediaVendor = {
  key: 'dashscope',
  headers: (exchange) => ({ 'x-request-id': requestIdOf(exchange) }),
  authenticate: authenticateNative,
  malformed: (exchange) => invalidParameter(exchange, 'the body is no JSON').answer,
  failure: nativeFailure,
}

/** The interface that answers with the pictures, and not with a task. */
async function speak(call: MediaCall, results: Results): Promise<VendorAnswer> {
  assertModel(call, 'messages')
  const { exchange, faults } = call
  const { job, count } = await readMessages(call)
  if (has(faults, 'picture-filtered')) throw new Refused(nativeError(exchange, inspection))
  const links = linksOf(exchange, results, { job, count, faults })
  const content = links.map((image) => ({ image }))
  return jsonAnswer(200, {
    output: {
      choices: [{ finish_reason: 'stop', message: { role: 'assistant', content } }],
      task_metric: { TOTAL: count, SUCCEEDED: links.length, FAILED: count - links.length },
    },
    usage: { image_count: links.length },
    request_id: requestIdOf(exchange),
  })
}

const dayMs = 86_400_000

/** The vendor with its native interface for pictures: tasks, and one that answers at once. */
export function dashScopeWithPictures(): Plug {
  const book = createTaskBook()
  const results = createResults('/dashscope/results', dayMs)
  return extendPlug(dashScopePlug(), {
    routes: (state) => {
      const on = (serve: Parameters<typeof serveMedia>[2]) => serveMedia(state, vendor, serve)
      const aigc = '/api/v1/services/aigc'
      return Router()
        .post(
          `${aigc}/text2image/image-synthesis`,
          on((call) => {
            assertModel(call, 'synthesis')
            return openTask(call, readSynthesis(call), book)
          }),
        )
        .post(
          `${aigc}/image2image/image-synthesis`,
          on(async (call) => {
            assertModel(call, 'imageedit')
            return openTask(call, await readImageEdit(call), book)
          }),
        )
        .post(
          `${aigc}/multimodal-generation/generation`,
          on((call) => speak(call, results)),
        )
        .get(
          '/api/v1/tasks',
          on((call) => listTasks(call, book)),
        )
        .get(
          '/api/v1/tasks/:id',
          on((call) => showTask(call, book, results)),
        )
        .post(
          '/api/v1/tasks/:id/cancel',
          on((call) => cancelTask(call, book)),
        )
        .get('/results/:name', results.serve(state, 'dashscope'))
    },
    faults: mediaFaults({
      answers: {
        'bad-key': '401 InvalidApiKey',
        'rate-limit': '429 Throttling.RateQuota',
        billing: '400 Arrearage',
        retired: '404 ModelNotFound',
        overloaded: '503 ModelUnavailable',
        'server-error': '500 InternalError',
        'content-block': '400 DataInspectionFailed',
        'picture-filtered': '每张图的 DataInspectionFailed',
        'task-lost': '200 UNKNOWN',
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
