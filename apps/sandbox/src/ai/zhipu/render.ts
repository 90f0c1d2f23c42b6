import { jsonAnswer, type VendorAnswer } from '../../core/answer.ts'
import type { Exchange } from '../../core/exchange.ts'
import { dataFrame, doneFrame, type Frame } from '../../core/frames.ts'
import { finishOf, replyText, type FinishReason, type Reply, type Usage } from '../chat/reply.ts'
import type { ZhipuCall } from './check.ts'
import { zhipuErrorBody } from './errors.ts'

const finishWords: Record<FinishReason, string> = {
  stop: 'stop',
  stop_sequence: 'stop',
  length: 'length',
  content: 'sensitive',
  refusal: 'sensitive',
  network: 'network_error',
  context: 'model_context_window_exceeded',
}

function usageBody(usage: Usage) {
  return {
    prompt_tokens: usage.inputTokens,
    completion_tokens: usage.outputTokens,
    total_tokens: usage.inputTokens + usage.outputTokens,
    prompt_tokens_details: { cached_tokens: usage.cachedTokens },
    completion_tokens_details: { reasoning_tokens: usage.reasoningTokens },
  }
}

/** Level 0 is the worst, 3 the mildest; shown only when the filter spoke. */
function filterFields(reply: Reply) {
  return finishOf(reply) === 'content' ? { content_filter: [{ role: 'assistant', level: 1 }] } : {}
}

function idOf(reply: Reply): string {
  const day = new Date(reply.created * 1000).toISOString().replaceAll(/\D/g, '').slice(0, 14)
  return `${day}${reply.id.slice(0, 18)}`
}

export function zhipuPlain(call: ZhipuCall, reply: Reply): VendorAnswer {
  const reasoning = reply.reasoningChunks.join('')
  return jsonAnswer(200, {
    choices: [
      {
        finish_reason: finishWords[finishOf(reply)],
        index: 0,
        message: {
          content: replyText(reply),
          ...(reasoning !== '' && { reasoning_content: reasoning }),
          role: 'assistant',
        },
      },
    ],
    created: reply.created,
    id: idOf(reply),
    model: reply.model,
    object: 'chat.completion',
    request_id: call.requestId,
    ...(reply.usage && { usage: usageBody(reply.usage) }),
    ...filterFields(reply),
  })
}

export function zhipuStream(_call: ZhipuCall, reply: Reply, exchange: Exchange): Frame[] {
  const head = { id: idOf(reply), created: reply.created, object: 'chat.completion.chunk', model: reply.model }
  const chunk = (delta: object, isText: boolean) =>
    dataFrame({ ...head, choices: [{ index: 0, delta: { role: 'assistant', ...delta } }] }, isText)
  const frames = [
    ...reply.reasoningChunks.map((text) => chunk({ reasoning_content: text }, false)),
    ...reply.chunks.map((content) => chunk({ content }, true)),
  ]
  if (reply.ending.kind === 'cut') return frames
  if (reply.ending.kind === 'error') return [...frames, dataFrame(zhipuErrorBody(exchange, '1200'))]
  // The last chunk carries both the finish reason and the usage, unlike OpenAI's.
  const last = dataFrame({
    ...head,
    choices: [{ index: 0, finish_reason: finishWords[reply.ending.reason], delta: { role: 'assistant', content: '' } }],
    ...(reply.usage && { usage: usageBody(reply.usage) }),
    ...filterFields(reply),
  })
  return [...frames, last, doneFrame]
}
