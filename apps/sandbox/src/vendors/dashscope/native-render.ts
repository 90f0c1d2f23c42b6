import { jsonAnswer, type VendorAnswer } from '../../core/answer.ts'
import { estimateTokens } from '../../core/estimate-tokens.ts'
import type { Exchange } from '../../core/exchange.ts'
import type { Frame } from '../../core/frames.ts'
import { finishOf, replyText, type Reply } from '../../core/reply.ts'
import { requestIdOf } from './authenticate.ts'
import { inspectionFailed, internalError, type DashScopeFailure } from './failures.ts'
import type { NativeCall } from './native-check.ts'

function errorBody(exchange: Exchange, failure: DashScopeFailure) {
  return { code: failure.nativeCode, message: failure.message, request_id: requestIdOf(exchange) }
}

export function nativeError(exchange: Exchange, failure: DashScopeFailure): VendorAnswer {
  return jsonAnswer(failure.status, errorBody(exchange, failure))
}

interface Part {
  content: string
  reasoning: string
  /** The string "null" until the end. */
  finish: string
}

function output(call: NativeCall, part: Part) {
  if (call.resultFormat === 'text') return { text: part.content, finish_reason: part.finish }
  const message = {
    content: part.content,
    ...(part.reasoning !== '' && { reasoning_content: part.reasoning }),
    role: 'assistant',
  }
  return { choices: [{ message, finish_reason: part.finish }] }
}

function usageBody(reply: Reply, outputTokens: number) {
  const usage = reply.usage
  return (
    usage && {
      total_tokens: usage.inputTokens + outputTokens,
      output_tokens: outputTokens,
      input_tokens: usage.inputTokens,
      output_tokens_details: { reasoning_tokens: usage.reasoningTokens },
      prompt_tokens_details: { cached_tokens: usage.cachedTokens },
    }
  )
}

function finishWord(reply: Reply): string {
  const finish = finishOf(reply)
  return finish === 'length' || finish === 'context' ? 'length' : 'stop'
}

export function nativePlain(call: NativeCall, reply: Reply, exchange: Exchange): VendorAnswer {
  if (finishOf(reply) === 'content') return nativeError(exchange, inspectionFailed)
  const usage = usageBody(reply, reply.usage?.outputTokens ?? 0)
  return jsonAnswer(200, {
    output: output(call, {
      content: replyText(reply),
      reasoning: reply.reasoningChunks.join(''),
      finish: finishWord(reply),
    }),
    ...(usage && { usage }),
    request_id: requestIdOf(exchange),
  })
}

/** No space after the colons; the true status hides in a comment line. */
function nativeFrame(id: number, event: 'result' | 'error', status: number, value: unknown, isText: boolean): Frame {
  return { lines: [`id:${id}`, `event:${event}`, `:HTTP_STATUS/${status}`, `data:${JSON.stringify(value)}`], isText }
}

interface Step {
  content: string
  reasoning: string
  isText: boolean
}

export function nativeStream(call: NativeCall, reply: Reply, exchange: Exchange): Frame[] {
  const requestId = requestIdOf(exchange)
  const steps: Step[] = [
    ...reply.reasoningChunks.map((reasoning) => ({ content: '', reasoning, isText: false })),
    ...reply.chunks.map((content) => ({ content, reasoning: '', isText: true })),
  ]
  let content = ''
  let reasoning = ''
  const result = (id: number, step: Step, finish: string, outputTokens: number) => {
    const shown = call.isIncremental ? step : { content, reasoning }
    const usage = usageBody(reply, outputTokens)
    const value = { output: output(call, { ...shown, finish }), ...(usage && { usage }), request_id: requestId }
    return nativeFrame(id, 'result', 200, value, step.isText)
  }
  const frames = steps.map((step, index) => {
    content += step.content
    reasoning += step.reasoning
    return result(index + 1, step, 'null', estimateTokens(content) + estimateTokens(reasoning))
  })
  const id = frames.length + 1
  const { ending } = reply
  if (ending.kind === 'cut') return frames
  const failure = ending.kind === 'error' ? internalError : ending.reason === 'content' ? inspectionFailed : null
  if (failure !== null)
    return [...frames, nativeFrame(id, 'error', failure.status, errorBody(exchange, failure), false)]
  const last: Step = { content: '', reasoning: '', isText: false }
  return [...frames, result(id, last, finishWord(reply), reply.usage?.outputTokens ?? 0)]
}
