import type { FailureKind } from '@mozhou/contracts/failures'
import type { TextVendorKey } from '@mozhou/contracts/models/vendor-keys'
import { VendorError } from '@mozhou/contracts/vendor-error'
import type { Answer } from './answer.ts'
import type { TextEvent } from './port.ts'
import { isRecord, readRefusal, readRequestId, refusalError, type ErrorTable } from './refusal.ts'
import type { SseEvent } from './sse.ts'

export type FinishVerdict = 'stop' | 'length' | FailureKind

/** A choice the vendor takes back in a field of its own. */
export interface Withdrawal {
  vendorCode: string
  /** Text already shown must disappear. */
  isRetracted: boolean
}

export interface ReaderDialect {
  vendor: TextVendorKey
  errorTable: ErrorTable
  /** The vendor's `finish_reason` words beyond the common ones. */
  finishReasons: Readonly<Record<string, FinishVerdict>>
  /** A refusal after text is also a request to take the text back. */
  retractsRejectedText: boolean
  findWithdrawal?(choice: Record<string, unknown>): Withdrawal | null
}

const commonFinishReasons: Readonly<Record<string, FinishVerdict>> = {
  stop: 'stop',
  length: 'length',
  content_filter: 'content_rejected',
}

/**
 * Reads the chat-completions dialect: chunks of a stream, or a whole completion where the vendor ignored `stream`.
 * Tolerates usage in any chunk, empty `choices`, errors as chunks, chunks without a choice, and repeated role chunks.
 */
export function createCompatibleReader(dialect: ReaderDialect) {
  const { vendor, errorTable } = dialect
  let refusalText = ''

  return function* read(frame: SseEvent, answer: Answer, headers: Headers): Generator<TextEvent> {
    const data = frame.data.trim()
    if (data === '') return
    if (data === '[DONE]') {
      answer.isClosed = true
      return
    }
    const chunk = parseChunk(vendor, data)
    if (readRefusal(chunk)) {
      const error = refusalError({ vendor, errorTable, httpStatus: 200, body: chunk, headers })
      if (error.kind === 'content_rejected') yield* retract(dialect, answer)
      throw error
    }
    yield* answer.start(readModel(chunk), readRequestId(headers) ?? readId(chunk))
    readUsage(chunk.usage, answer)
    const choices = Array.isArray(chunk.choices) ? chunk.choices : []
    for (const choice of choices.filter(isRecord)) {
      const refused = yield* readChoice(dialect, choice, answer)
      refusalText += refused
      const verdict = finishVerdict(dialect, choice.finish_reason)
      if (verdict !== null) yield* finish(dialect, answer, verdict, choice.finish_reason, refusalText)
    }
    // Baidu's mark of the last chunk (https://cloud.baidu.com/doc/qianfan-api/s/wmwbl48n4); usage may follow, `[DONE]` need not.
    if (chunk.is_end === true) answer.end()
  }
}

function parseChunk(vendor: TextVendorKey, data: string): Record<string, unknown> {
  try {
    const chunk: unknown = JSON.parse(data)
    if (isRecord(chunk)) return chunk
  } catch (cause) {
    throw new VendorError('unavailable', { vendor, vendorCode: 'malformed_frame', httpStatus: 200, cause })
  }
  throw new VendorError('unavailable', { vendor, vendorCode: 'malformed_frame', httpStatus: 200 })
}

const readModel = (chunk: Record<string, unknown>) => (typeof chunk.model === 'string' ? chunk.model : '')

function readId(chunk: Record<string, unknown>): string | null {
  return [chunk.request_id, chunk.id].find((id) => typeof id === 'string') ?? null
}

function readUsage(usage: unknown, answer: Answer): void {
  if (!isRecord(usage)) return
  const inputDetails = isRecord(usage.prompt_tokens_details) ? usage.prompt_tokens_details : {}
  const outputDetails = isRecord(usage.completion_tokens_details) ? usage.completion_tokens_details : {}
  answer.usage({
    inputTokens: usage.prompt_tokens,
    outputTokens: usage.completion_tokens,
    cachedInputTokens: inputDetails.cached_tokens,
    reasoningTokens: outputDetails.reasoning_tokens,
  })
}

/** Passes on the text of one choice; returns what of it was a refusal in words. */
function* readChoice(
  dialect: ReaderDialect,
  choice: Record<string, unknown>,
  answer: Answer,
): Generator<TextEvent, string> {
  const withdrawal = dialect.findWithdrawal?.(choice) ?? null
  if (withdrawal !== null) {
    if (withdrawal.isRetracted) yield { type: 'retract' }
    throw rejection(dialect, withdrawal.vendorCode)
  }
  const delta = [choice.delta, choice.message].find(isRecord) ?? {}
  const thought = [delta.reasoning_content, delta.reasoning].find((text) => typeof text === 'string')
  if (thought !== undefined) yield* answer.reasoning(thought)
  yield* readContent(delta.content, answer)
  return typeof delta.refusal === 'string' ? delta.refusal : ''
}

/** A string, or parts, each of them a string or an object: text, and with some vendors thoughts, which may be parts again. */
function* readContent(content: unknown, answer: Answer): Generator<TextEvent> {
  if (typeof content === 'string') yield* answer.text(content)
  else if (Array.isArray(content)) for (const part of content) yield* readContent(part, answer)
  else if (!isRecord(content)) return
  else if (content.type === 'thinking') yield* answer.reasoning(wordsOf(content.thinking))
  else if (typeof content.text === 'string') yield* answer.text(content.text)
}

function wordsOf(thinking: unknown): string {
  if (typeof thinking === 'string') return thinking
  if (Array.isArray(thinking)) return thinking.map(wordsOf).join('')
  return isRecord(thinking) ? wordsOf(thinking.text) : ''
}

function finishVerdict(dialect: ReaderDialect, reason: unknown): FinishVerdict | null {
  if (typeof reason !== 'string' || reason === '' || reason === 'null') return null
  const verdicts = { ...commonFinishReasons, ...dialect.finishReasons }
  // An unknown end may be a cut: an article that only looks whole would be charged.
  return verdicts[reason] ?? 'unavailable'
}

function* finish(
  dialect: ReaderDialect,
  answer: Answer,
  verdict: FinishVerdict,
  reason: unknown,
  refusalText: string,
): Generator<TextEvent> {
  if (refusalText !== '') throw rejection(dialect, 'refusal')
  if (verdict === 'stop' || verdict === 'length') {
    answer.finishReason = verdict
    return
  }
  if (verdict === 'content_rejected') yield* retract(dialect, answer)
  throw new VendorError(verdict, { vendor: dialect.vendor, vendorCode: String(reason), httpStatus: 200 })
}

function* retract(dialect: ReaderDialect, answer: Answer): Generator<TextEvent> {
  if (dialect.retractsRejectedText && answer.hasText) yield { type: 'retract' }
}

function rejection(dialect: ReaderDialect, vendorCode: string): VendorError {
  return new VendorError('content_rejected', { vendor: dialect.vendor, vendorCode, httpStatus: 200 })
}
