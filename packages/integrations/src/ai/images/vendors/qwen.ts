import { VendorError } from '@mozhou/contracts/vendor-error'
import { readApiKey, unsupportedProfile } from '../../authorization.ts'
import { isRecord, refusalError } from '../../refusal.ts'
import { qwenErrors } from '../../vendors/qwen.ts'
import { unanswered } from '../lost-call.ts'
import type { Finished, ImageModelFactory, ImageTarget, PictureOutcome, StillWorking } from '../port.ts'
import { assertAble, finished, madeAt } from '../request-rules.ts'
import { takePicture } from '../take-picture.ts'
import { callVendor, type VendorReply, type VendorRequest } from '../vendor-call.ts'
import { qwenAbilities } from '@mozhou/contracts/models/image-limits/qwen'
import { findQwenTask } from './qwen-find.ts'
import { qwenCall } from './qwen-request.ts'

const vendor = 'qwen'
const dialect = { errorTable: qwenErrors }
/** The vendor's advice is 3 s at first. */
const waitMs = 3_000

type Ask = (request: Omit<VendorRequest, 'headers' | 'picturesInAnswer'>, signal: AbortSignal) => Promise<VendorReply>

function asker(target: ImageTarget): Ask {
  return (request, signal) => {
    if (target.authProfile !== 'bearer') throw unsupportedProfile(target)
    const isTask = request.mode === 'submit' && !request.path.includes('multimodal-generation')
    const headers = {
      authorization: `Bearer ${readApiKey(target)}`,
      ...(isTask && { 'x-dashscope-async': 'enable' }),
    }
    return callVendor(target, dialect, { ...request, headers, picturesInAnswer: 0 }, signal)
  }
}

const outputOf = ({ body }: VendorReply): Record<string, unknown> =>
  isRecord(body) && isRecord(body.output) ? body.output : {}

const listOf = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value.filter(isRecord) : [])

/** A refusal that comes with HTTP 200, of a task or of one of its pictures. */
function refusedWith(holder: Record<string, unknown>, requestId: string | null): VendorError {
  const { code = 'task_failed', message } = holder
  const body = { code, message, request_id: requestId ?? undefined }
  return refusalError({ vendor, errorTable: qwenErrors, httpStatus: 200, body })
}

/** A result with a code of its own failed while its neighbours were made, and is not charged for. */
function outcomesOf(output: Record<string, unknown>, requestId: string | null): PictureOutcome[] {
  const results = listOf(output.results).flatMap((result): PictureOutcome[] => {
    if (typeof result.url === 'string')
      return [madeAt(result.url, typeof result.actual_prompt === 'string' ? result.actual_prompt : null)]
    return 'code' in result ? [{ kind: 'refused', error: refusedWith(result, requestId) }] : []
  })
  const spoken = listOf(output.choices).flatMap((choice) =>
    listOf(isRecord(choice.message) ? choice.message.content : []).flatMap(({ image }) =>
      typeof image === 'string' ? [madeAt(image)] : [],
    ),
  )
  return [...results, ...spoken]
}

function readEnd(target: ImageTarget, reply: VendorReply): Finished {
  const requestId = isRecord(reply.body) && typeof reply.body.request_id === 'string' ? reply.body.request_id : null
  const outcomes = outcomesOf(outputOf(reply), requestId)
  const usage = isRecord(reply.body) && isRecord(reply.body.usage) ? reply.body.usage : {}
  const made = outcomes.filter(({ kind }) => kind === 'made').length
  const pictures = typeof usage.image_count === 'number' ? usage.image_count : made
  return finished(
    {
      outcomes,
      usage: { pictures, inputTokens: 0, outputTokens: 0 },
      servedModel: target.upstreamModel,
      vendorRequestId: requestId,
    },
    vendor,
  )
}

function readTask(target: ImageTarget, reply: VendorReply): StillWorking | Finished {
  const output = outputOf(reply)
  switch (output.task_status) {
    case 'SUCCEEDED':
      return readEnd(target, reply)
    case 'FAILED':
      throw refusedWith(output, reply.requestId)
    case 'CANCELED':
      throw new VendorError('unavailable', { vendor, vendorCode: 'task_canceled' })
    // An id that never was, or one of more than a day ago, comes with HTTP 200.
    case 'UNKNOWN':
      throw unanswered(vendor, 'submit', 'task_unknown')
    default:
      return { state: 'pending', waitMs }
  }
}

/** wan, qwen-image and wanx2.1-imageedit over DashScope's native interface; most of it is tasks. */
export const qwenImages: ImageModelFactory = (target) => {
  const abilities = qwenAbilities(target.upstreamModel)
  const ask = asker(target)
  const readTaskOf = (taskId: string, signal: AbortSignal) =>
    ask({ mode: 'safe', method: 'GET', path: `/tasks/${encodeURIComponent(taskId)}` }, signal)
  return {
    abilities,
    async submit(request, signal) {
      assertAble(vendor, abilities, request)
      const { path, isAsync, body } = qwenCall(target.upstreamModel, request)
      const reply = await ask({ mode: 'submit', method: 'POST', path, body }, signal)
      if (!isAsync) return readEnd(target, reply)
      const { task_id: taskId } = outputOf(reply)
      if (typeof taskId !== 'string') throw unanswered(vendor, 'submit', 'no_task_id')
      return { state: 'pending', taskId, vendorRequestId: reply.requestId }
    },
    poll: async (taskId, signal) => readTask(target, await readTaskOf(taskId, signal)),
    take: (made, expected, signal) => takePicture(target, made, expected, signal),
    async findTask(lost, signal) {
      const list = (query: URLSearchParams) =>
        ask({ mode: 'safe', method: 'GET', path: `/tasks?${query.toString()}` }, signal)
      return findQwenTask(target.upstreamModel, lost, {
        list: async (query) => (await list(query)).body,
        read: async (taskId) => outputOf(await readTaskOf(taskId, signal)),
      })
    },
    async cancel(taskId, signal) {
      const path = `/tasks/${encodeURIComponent(taskId)}/cancel`
      try {
        await ask({ mode: 'safe', method: 'POST', path, body: {} }, signal)
        return true
      } catch (cause) {
        // Begun already.
        if (cause instanceof VendorError && cause.kind === 'invalid_request') return false
        throw cause
      }
    },
  }
}
