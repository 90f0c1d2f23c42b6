import type { PromptMessage } from '../prose/read-brief.ts'
import type { ActiveFault } from '../../core/faults/active-fault.ts'
import type { VendorAnswer } from '../../core/answer.ts'
import type { Exchange } from '../../core/exchange.ts'
import type { Frame } from '../../core/frames.ts'
import type { FailureFault } from './chat-faults.ts'
import type { Reply } from './reply.ts'

/** What every vendor's checked request comes down to. */
export interface ChatCall {
  model: string
  isStream: boolean
  messages: PromptMessage[]
  /** Output limit in tokens; null when the vendor's own default applies. */
  maxTokens: number | null
  stop: string[]
  /** Produce reasoning (counted, and shown where the vendor shows it). */
  hasReasoning: boolean
  wantsJson: boolean
}

export type Checked<Call> = { kind: 'ok'; call: Call } | { kind: 'refused'; answer: VendorAnswer }

/** A failure as an HTTP answer, or as a normal-looking reply that carries no text. */
export type FailureShape = VendorAnswer | 'in-reply'

/** One vendor wire protocol. Everything here is pure except for reading the exchange's request. */
export interface ChatProtocol<Call extends ChatCall> {
  vendor: string
  /** The model as asked for, suffix included; null when the request names none. */
  modelOf(exchange: Exchange): string | null
  /** Headers of every answer, failed ones included. */
  headers(exchange: Exchange): Record<string, string>
  /** Missing or wrong credentials and headers. */
  authenticate(exchange: Exchange): VendorAnswer | null
  malformed(exchange: Exchange): VendorAnswer
  tooLarge(exchange: Exchange): VendorAnswer
  check(exchange: Exchange, model: string | null): Checked<Call>
  failure(exchange: Exchange, fault: FailureFault, detail: ActiveFault | null): FailureShape
  plain(call: Call, reply: Reply, exchange: Exchange): VendorAnswer
  stream(call: Call, reply: Reply, exchange: Exchange): Frame[]
  /** HTTP 200 with an error in JSON where a stream was asked for. */
  errorInsteadOfStream(exchange: Exchange): VendorAnswer
  unknownFrame: Frame
  /** The vendor reports a network failure as a finish reason; the others just close the connection. */
  hasNetworkFinish: boolean
}

/** Text of a message's content: a string or a list of parts. */
export function contentText(content: unknown): string {
  if (typeof content === 'string') return content
  if (!Array.isArray(content)) return ''
  return content
    .map((part: unknown) => (typeof part === 'object' && part !== null && 'text' in part ? String(part.text) : ''))
    .join('')
}
