import type { TextVendorKey } from '@mozhou/contracts/models/vendor-keys'
import { VendorError } from '@mozhou/contracts/vendor-error'
import { Answer } from './answer.ts'
import type { TextEvent, TextRequest, TextTarget } from './port.ts'
import { readFrames } from './response-frames.ts'
import type { SseEvent } from './sse.ts'
import { toTransportError } from './transport-error.ts'
import { startWatchdog, type Watchdog } from './watchdog.ts'

export interface AnswerSource {
  vendor: TextVendorKey
  /** Reported as served where the vendor does not say. */
  requestedModel: string
  limits: TextTarget['limits']
  /** Sends the request once. @throws VendorError when the vendor refuses. */
  open(signal: AbortSignal): Promise<Response>
  /** Reads one frame of the vendor's dialect. @throws VendorError when the frame is a refusal. */
  read(frame: SseEvent, answer: Answer, headers: Headers): Iterable<TextEvent>
}

/** The course every streamed answer takes, whatever the dialect: time limits, ending, usage, failure. */
export async function* streamAnswer(
  source: AnswerSource,
  request: TextRequest,
  caller: AbortSignal,
): AsyncGenerator<TextEvent> {
  const answer = new Answer(request, source.requestedModel)
  const watchdog = startWatchdog(source.vendor, source.limits, caller)
  try {
    yield* readAnswer(source, answer, watchdog)
  } catch (error) {
    const { aborted, reason } = watchdog.signal
    yield* recover(source.vendor, answer, aborted ? reason : toTransportError(source.vendor, error))
  } finally {
    watchdog.stop()
  }
}

async function* readAnswer(source: AnswerSource, answer: Answer, watchdog: Watchdog): AsyncGenerator<TextEvent> {
  const { vendor } = source
  const response = await watchdog.waitFor(source.open(watchdog.signal))
  let progressCount = 0
  for await (const frame of readFrames(vendor, response.body, watchdog)) {
    if (answer.isClosed) continue
    if (watchdog.signal.aborted) throw watchdog.signal.reason
    yield* source.read(frame, answer, response.headers)
    if (answer.progressCount > progressCount) watchdog.progress()
    progressCount = answer.progressCount
    if (answer.isComplete) watchdog.expectLastWord()
    if (answer.isClosed) {
      yield* conclude(vendor, answer)
      watchdog.expectEnd()
    }
  }
  if (!answer.isClosed) yield* conclude(vendor, answer)
}

/** A whole answer stays a success when the vendor stumbles after its finish: the text is there and it is billed. */
function* recover(vendor: TextVendorKey, answer: Answer, failure: unknown): Generator<TextEvent> {
  const isWhole = answer.finishReason !== null && answer.hasText
  if (isWhole && answer.isClosed) return
  const isOutage = failure instanceof VendorError && failure.kind === 'unavailable'
  if (isWhole && isOutage) {
    yield* conclude(vendor, answer)
    return
  }
  if (answer.hasCost()) yield answer.partialUsage()
  throw failure
}

function* conclude(vendor: TextVendorKey, answer: Answer): Generator<TextEvent> {
  if (answer.finishReason === null) throw new VendorError('unavailable', { vendor, vendorCode: 'stream_cut' })
  yield* answer.rest()
  if (!answer.hasText) throw new VendorError('unavailable', { vendor, vendorCode: 'empty_answer' })
  yield answer.finalUsage()
  yield { type: 'finish', reason: answer.finishReason }
}
