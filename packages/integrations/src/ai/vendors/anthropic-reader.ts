import { VendorError } from '@mozhou/contracts/vendor-error'
import type { Answer } from '../answer.ts'
import type { FinishVerdict } from '../compatible-reader.ts'
import type { TextEvent } from '../port.ts'
import { isRecord, readRefusal, readRequestId, refusalError } from '../refusal.ts'
import type { SseEvent } from '../sse.ts'
import { anthropicErrors } from './anthropic-errors.ts'

const vendor = 'anthropic'

/** `pause_turn` is a long turn that may go on: for our reader an article that stopped too early. */
const stopReasons: Readonly<Record<string, FinishVerdict>> = {
  end_turn: 'stop',
  stop_sequence: 'stop',
  max_tokens: 'length',
  pause_turn: 'length',
  refusal: 'content_rejected',
  model_context_window_exceeded: 'context_too_long',
}

/**
 * Reads one event of the Messages stream: https://platform.claude.com/docs/en/build-with-claude/streaming (read 2026-11).
 * Unknown events are skipped, as the vendor asks. A whole message instead of a stream is read as well.
 */
export function* readAnthropicEvent(frame: SseEvent, answer: Answer, headers: Headers): Generator<TextEvent> {
  if (frame.data.trim() === '') return
  const event = parseEvent(frame.data)
  if (readRefusal(event)) {
    throw refusalError({ vendor, errorTable: anthropicErrors, httpStatus: 200, body: event, headers })
  }
  switch (event.type) {
    case 'message_start':
      yield* readMessage(event.message, answer, headers)
      return
    case 'message':
      yield* readMessage(event, answer, headers)
      readStop(event, answer)
      answer.isClosed = true
      return
    case 'content_block_start':
      yield* readBlock(event.content_block, answer)
      return
    case 'content_block_delta':
      yield* readBlock(event.delta, answer)
      return
    case 'message_delta':
      readUsage(event.usage, answer)
      readStop(isRecord(event.delta) ? event.delta : {}, answer)
      return
    case 'message_stop':
      answer.isClosed = true
      return
    default:
      return
  }
}

function parseEvent(data: string): Record<string, unknown> {
  const broken = (cause?: unknown) =>
    new VendorError('unavailable', { vendor, vendorCode: 'malformed_frame', httpStatus: 200, cause })
  try {
    const event: unknown = JSON.parse(data)
    if (isRecord(event)) return event
  } catch (cause) {
    throw broken(cause)
  }
  throw broken()
}

function* readMessage(message: unknown, answer: Answer, headers: Headers): Generator<TextEvent> {
  if (!isRecord(message)) return
  const id = typeof message.id === 'string' ? message.id : null
  yield* answer.start(typeof message.model === 'string' ? message.model : '', readRequestId(headers) ?? id)
  readUsage(message.usage, answer)
  const blocks = Array.isArray(message.content) ? message.content : []
  for (const block of blocks) yield* readBlock(block, answer)
}

/** A block and a delta of a block name their text alike. */
function* readBlock(block: unknown, answer: Answer): Generator<TextEvent> {
  if (!isRecord(block)) return
  if (typeof block.text === 'string') yield* answer.text(block.text)
  if (typeof block.thinking === 'string') yield* answer.reasoning(block.thinking)
  // Thoughts may be withheld; that they begin or are signed is still progress.
  const isThought = block.type === 'thinking' || block.type === 'signature_delta' || block.type === 'redacted_thinking'
  if (isThought) answer.progressCount += 1
}

/** Cached input is counted beside ordinary input here, not within it as elsewhere. */
function readUsage(usage: unknown, answer: Answer): void {
  if (!isRecord(usage)) return
  const { input_tokens: fresh, cache_creation_input_tokens: written, cache_read_input_tokens: cached } = usage
  const details = isRecord(usage.output_tokens_details) ? usage.output_tokens_details : {}
  const hasInput = typeof fresh === 'number'
  answer.usage({
    inputTokens: hasInput ? addCounts([fresh, written ?? 0, cached ?? 0]) : undefined,
    outputTokens: usage.output_tokens,
    cachedInputTokens: hasInput ? cached : undefined,
    reasoningTokens: details.thinking_tokens,
  })
}

/** Not a number when a part is none or negative: a sum must not hide that. */
function addCounts(parts: readonly unknown[]): number {
  const isCountable = parts.every((part) => typeof part === 'number' && part >= 0)
  return isCountable ? parts.reduce<number>((total, part) => total + Number(part), 0) : Number.NaN
}

function readStop({ stop_reason: reason, stop_details: details }: Record<string, unknown>, answer: Answer): void {
  if (typeof reason !== 'string') return
  const verdict = stopReasons[reason] ?? 'unavailable'
  if (verdict === 'stop' || verdict === 'length') {
    answer.finishReason = verdict
    return
  }
  const category = isRecord(details) && typeof details.category === 'string' ? `:${details.category}` : ''
  throw new VendorError(verdict, { vendor, vendorCode: `${reason}${category}`, httpStatus: 200 })
}
