import { randomUUID } from 'node:crypto'
import { requestIdOf } from '../../ai/dashscope/authenticate.ts'
import { jsonAnswer, type VendorAnswer } from '../../core/answer.ts'
import { bearerOf, type Exchange } from '../../core/exchange.ts'
import { has } from '../media-faults.ts'
import type { Results } from '../results.ts'
import type { MediaCall } from '../serve-media.ts'
import { stageOf, type Task, type TaskBook, type TaskStage } from '../tasks.ts'
import { inspection, syncNotAllowed, unsupportedOperation } from './answers.ts'
import type { Asked } from './jobs.ts'

const statuses: Record<TaskStage, string> = {
  pending: 'PENDING',
  running: 'RUNNING',
  succeeded: 'SUCCEEDED',
  failed: 'FAILED',
  blocked: 'FAILED',
  canceled: 'CANCELED',
}

/** 2026-11-22 10:00:00.100, in Beijing. */
const clock = (ms: number) => new Date(ms + 8 * 3_600_000).toISOString().replace('T', ' ').replace('Z', '')

const refused = { code: inspection.code, message: inspection.message }

function refusedCount({ faults, count }: Pick<Task, 'faults' | 'count'>): number {
  if (has(faults, 'picture-filtered')) return count
  return has(faults, 'partial') ? 1 : 0
}

/** One entry a picture: an address, or why there is none. */
export function linksOf(exchange: Exchange, results: Results, task: Pick<Task, 'job' | 'count' | 'faults'>): string[] {
  const made = has(task.faults, 'no-picture') ? 0 : task.count - refusedCount(task)
  return Array.from({ length: made }, (_, turn) => results.link(exchange, { ...task, turn }))
}

function succeeded(exchange: Exchange, task: Task, results: Results) {
  task.links ??= linksOf(exchange, results, task)
  const failed = refusedCount(task)
  const told = { orig_prompt: task.prompt, actual_prompt: `${task.prompt}，画面细腻` }
  return {
    output: {
      results: [
        ...task.links.map((url) => ({ ...told, url })),
        ...Array.from({ length: failed }, () => ({ ...refused })),
      ],
      task_metrics: { TOTAL: task.count, SUCCEEDED: task.links.length, FAILED: failed },
    },
    usage: { image_count: task.links.length },
  }
}

function view(exchange: Exchange, task: Task, results: Results): VendorAnswer {
  const stage = stageOf(task)
  const times = {
    submit_time: clock(task.submittedAt),
    scheduled_time: clock(task.submittedAt + 50),
    ...(stage !== 'pending' && stage !== 'running' && { end_time: clock(task.endsAt) }),
  }
  const { output, usage } =
    stage === 'succeeded' ? succeeded(exchange, task, results) : { output: {}, usage: undefined }
  const failure = { failed: { code: 'InternalError.Algo', message: 'The algorithm failed.' }, blocked: refused }
  return jsonAnswer(200, {
    request_id: requestIdOf(exchange),
    output: {
      task_id: task.id,
      task_status: statuses[stage],
      ...times,
      ...output,
      ...(stage === 'failed' || stage === 'blocked' ? failure[stage] : {}),
    },
    ...(usage && { usage }),
  })
}

const keyOf = (exchange: Exchange) => bearerOf(exchange) ?? ''

export function openTask(call: MediaCall, { job, prompt, count }: Asked, book: TaskBook): VendorAnswer {
  const { exchange, faults } = call
  if (exchange.request.headers['x-dashscope-async'] !== 'enable') throw syncNotAllowed(exchange)
  const model = call.model ?? ''
  const task = book.open(exchange.state, { id: randomUUID(), key: keyOf(exchange), model, prompt, job, count, faults })
  return jsonAnswer(200, {
    output: { task_status: 'PENDING', task_id: task.id },
    request_id: requestIdOf(exchange),
  })
}

/** One that it does not know is no error to this vendor. */
export function showTask({ exchange }: MediaCall, book: TaskBook, results: Results): VendorAnswer {
  const id = String(exchange.request.params.id)
  const task = book.find(id, keyOf(exchange))
  if (task !== null) return view(exchange, task, results)
  return jsonAnswer(200, { request_id: requestIdOf(exchange), output: { task_id: id, task_status: 'UNKNOWN' } })
}

const toMs = (stamp: string | null) =>
  stamp === null ? null : Date.parse(stamp.replace(/^(....)(..)(..)(..)(..)(..)$/, '$1-$2-$3T$4:$5:$6+08:00'))

export function listTasks({ exchange }: MediaCall, book: TaskBook): VendorAnswer {
  const { query } = exchange
  const [from, to] = [toMs(query.get('start_time')) ?? 0, toMs(query.get('end_time')) ?? Infinity]
  const rows = book.list(keyOf(exchange)).filter(({ submittedAt }) => submittedAt >= from && submittedAt <= to + 999)
  return jsonAnswer(200, {
    request_id: requestIdOf(exchange),
    data: rows.map((task) => ({
      task_id: task.id,
      status: statuses[stageOf(task)],
      model_name: task.model,
      start_time: task.submittedAt,
      region: 'cn-beijing',
    })),
    page_no: 1,
    page_size: 100,
    total: rows.length,
    total_page: 1,
  })
}

/** Only what has not been begun. */
export function cancelTask({ exchange }: MediaCall, book: TaskBook): VendorAnswer {
  const task = book.find(String(exchange.request.params.id), keyOf(exchange))
  if (task === null || stageOf(task) !== 'pending') return unsupportedOperation(exchange)
  task.isCanceled = true
  return jsonAnswer(200, { request_id: requestIdOf(exchange) })
}
