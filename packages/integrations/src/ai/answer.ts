import { estimatePromptTokens, tokenWeight } from './estimate-tokens.ts'
import type { TextEvent, TextRequest } from './port.ts'
import { Thoughts } from './thoughts.ts'
import type { Told } from './thoughts.ts'
import { estimateUsage, settleUsage, type MeasuredUsage, type ReportedUsage } from './usage.ts'

const byteLength = (text: string) => Buffer.byteLength(text, 'utf8')

/** What is known of one answer so far. A vendor's reader tells it what it reads and passes on the events it gets back. */
export class Answer {
  finishReason: 'stop' | 'length' | null = null
  /** The vendor's last word was said: nothing that matters can follow. */
  isClosed = false
  hasText = false
  /** Grows with every sign of work, also of work that shows nothing: each counts against the idle limit like text does. */
  progressCount = 0

  readonly #request: TextRequest
  readonly #requestedModel: string
  readonly #reported: ReportedUsage = {}
  readonly #thoughts = new Thoughts()
  readonly #seen = { textBytes: 0, textWeight: 0, reasoningBytes: 0, reasoningWeight: 0 }
  #isStarted = false
  #isEnding = false

  constructor(request: TextRequest, requestedModel: string) {
    this.#request = request
    this.#requestedModel = requestedModel
  }

  /** Only the first call makes an event: vendors repeat their opening. An empty name stands for the model asked for. */
  start(servedModel: string, vendorRequestId: string | null): TextEvent[] {
    if (this.#isStarted) return []
    this.#isStarted = true
    return [{ type: 'start', servedModel: servedModel || this.#requestedModel, vendorRequestId }]
  }

  text(text: string): TextEvent[] {
    if (text === '') return []
    this.progressCount += 1
    return this.#thoughts.take(text).map((told) => this.#tell(told))
  }

  /** What of the text was held back; call it when the vendor has said its last word. */
  rest(): TextEvent[] {
    return this.#thoughts.end().map((told) => this.#tell(told))
  }

  reasoning(text: string): TextEvent[] {
    if (text === '') return []
    this.progressCount += 1
    return [this.#tell({ kind: 'reasoning', text })]
  }

  #tell(told: Told): TextEvent {
    const seen = this.#seen
    if (told.kind === 'retract') {
      this.hasText = false
      seen.reasoningBytes += seen.textBytes
      seen.reasoningWeight += seen.textWeight
      seen.textBytes = 0
      seen.textWeight = 0
      return { type: 'retract' }
    }
    const { text } = told
    if (told.kind === 'reasoning') {
      seen.reasoningBytes += byteLength(text)
      seen.reasoningWeight += tokenWeight(text)
      return { type: 'reasoning', text }
    }
    this.hasText ||= text.trim() !== ''
    seen.textBytes += byteLength(text)
    seen.textWeight += tokenWeight(text)
    return { type: 'delta', text }
  }

  /** Later counts replace earlier ones, field by field. */
  usage(counts: ReportedUsage): void {
    const said = Object.entries(counts).filter(([, value]) => value !== undefined && value !== null)
    Object.assign(this.#reported, Object.fromEntries(said))
  }

  /** The vendor said so of its last chunk, where it has a mark for that. */
  end(): void {
    this.finishReason ??= 'stop'
    this.#isEnding = true
  }

  /** Nothing is awaited but the vendor's last word, which may never come. */
  get isComplete(): boolean {
    return this.finishReason !== null && (this.#isEnding || typeof this.#reported.outputTokens === 'number')
  }

  /** Whether there is anything that the vendor will bill. */
  hasCost(): boolean {
    return this.progressCount > 0 || Object.keys(this.#reported).length > 0
  }

  finalUsage(): TextEvent {
    return { type: 'usage', usage: settleUsage(this.#reported, this.#measure()) }
  }

  partialUsage(): TextEvent {
    return { type: 'usage', usage: estimateUsage(this.#reported, this.#measure()) }
  }

  #measure(): MeasuredUsage {
    const { messages, maxOutputTokens } = this.#request
    const { textBytes, textWeight, reasoningBytes, reasoningWeight } = this.#seen
    return {
      inputBytes: messages.reduce((sum, message) => sum + byteLength(message.content), 0),
      inputTokens: estimatePromptTokens(messages),
      textBytes,
      outputBytes: textBytes + reasoningBytes,
      outputTokens: Math.ceil(textWeight + reasoningWeight),
      reasoningTokens: Math.ceil(reasoningWeight),
      maxOutputTokens,
    }
  }
}
