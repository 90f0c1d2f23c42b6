import { jsonAnswer, type VendorAnswer } from '../../core/answer.ts'
import { dataFrame, doneFrame, type Frame } from '../../core/frames.ts'
import { finishOf, replyText, type FinishReason, type Reply, type Usage } from '../chat/reply.ts'
import type { Exchange } from '../../core/exchange.ts'
import { requestIdOf } from './authenticate.ts'
import type { CompatibleCall } from './check.ts'
import { inspectionFailed, internalError, type DashScopeFailure } from './errors.ts'

const finishWords: Record<FinishReason, string> = {
  stop: 'stop',
  stop_sequence: 'stop',
  length: 'length',
  content: 'stop',
  refusal: 'stop',
  network: 'stop',
  context: 'length',
}

function compatibleErrorBody(exchange: Exchange, failure: DashScopeFailure) {
  return {
    error: { message: failure.message, type: failure.type, param: null, code: failure.code },
    request_id: requestIdOf(exchange),
  }
}

function asksForStream(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'stream' in body && body.stream === true
}

/** A streaming call that is refused as wrong gets its error as a frame, under the error's own status. */
export function compatibleError(exchange: Exchange, failure: DashScopeFailure): VendorAnswer {
  const answer = jsonAnswer(failure.status, compatibleErrorBody(exchange, failure))
  if (failure.status !== 400 || !asksForStream(exchange.body)) return answer
  return { ...answer, contentType: 'text/event-stream;charset=UTF-8', body: `data: ${answer.body.toString()}\n\n` }
}

function usageBody(usage: Usage) {
  return {
    prompt_tokens: usage.inputTokens,
    completion_tokens: usage.outputTokens,
    total_tokens: usage.inputTokens + usage.outputTokens,
    prompt_tokens_details: { cached_tokens: usage.cachedTokens },
    completion_tokens_details: {
      reasoning_tokens: usage.reasoningTokens,
      text_tokens: usage.outputTokens - usage.reasoningTokens,
    },
  }
}

export function compatiblePlain(_call: CompatibleCall, reply: Reply, exchange: Exchange): VendorAnswer {
  if (finishOf(reply) === 'content') return compatibleError(exchange, inspectionFailed)
  const reasoning = reply.reasoningChunks.join('')
  return jsonAnswer(200, {
    choices: [
      {
        message: {
          role: 'assistant',
          content: replyText(reply),
          ...(reasoning !== '' && { reasoning_content: reasoning }),
        },
        finish_reason: finishWords[finishOf(reply)],
        index: 0,
        logprobs: null,
      },
    ],
    object: 'chat.completion',
    ...(reply.usage && { usage: usageBody(reply.usage) }),
    created: reply.created,
    system_fingerprint: null,
    model: reply.model,
    id: `chatcmpl-${requestIdOf(exchange)}`,
  })
}

export function compatibleStream(call: CompatibleCall, reply: Reply, exchange: Exchange): Frame[] {
  const tail = {
    created: reply.created,
    system_fingerprint: null,
    model: reply.model,
    id: `chatcmpl-${requestIdOf(exchange)}`,
  }
  const chunk = (delta: object, finish: string | null = null, isText = false) =>
    dataFrame(
      {
        choices: [{ delta, finish_reason: finish, index: 0, logprobs: null }],
        object: 'chat.completion.chunk',
        usage: null,
        ...tail,
      },
      isText,
    )
  const isThinking = reply.reasoningChunks.length > 0
  const frames = [
    chunk({ content: isThinking ? null : '', ...(isThinking && { reasoning_content: '' }), role: 'assistant' }),
    ...reply.reasoningChunks.map((text) => chunk({ content: null, reasoning_content: text })),
    ...reply.chunks.map((content) => chunk({ content }, null, true)),
  ]
  const { ending } = reply
  if (ending.kind === 'cut') return frames
  if (ending.kind === 'error') return [...frames, dataFrame(compatibleErrorBody(exchange, internalError))]
  if (ending.reason === 'content') return [...frames, dataFrame(compatibleErrorBody(exchange, inspectionFailed))]
  frames.push(chunk({ content: '' }, finishWords[ending.reason]))
  if (call.includesUsage && reply.usage !== null) {
    frames.push(dataFrame({ choices: [], object: 'chat.completion.chunk', usage: usageBody(reply.usage), ...tail }))
  }
  return [...frames, doneFrame]
}
