import type { FailureFault } from './chat-faults.ts'

export type FinishReason = 'stop' | 'stop_sequence' | 'length' | 'content' | 'refusal' | 'network' | 'context'

/** How a reply ends: properly, by an error object inside the stream, or by the socket closing. */
export type Ending =
  | { kind: 'finish'; reason: FinishReason; stopSequence: string | null }
  | { kind: 'error'; failure: FailureFault }
  | { kind: 'cut' }

export interface Usage {
  inputTokens: number
  /** Includes the reasoning tokens. */
  outputTokens: number
  reasoningTokens: number
  cachedTokens: number
}

/** One generated answer before it takes a vendor's shape. */
export interface Reply {
  /** Random part of the ids the vendor puts into its answer. */
  id: string
  /** Unix seconds. */
  created: number
  model: string
  chunks: string[]
  reasoningChunks: string[]
  ending: Ending
  /** null when the usage is to be missing. */
  usage: Usage | null
}

export function replyText(reply: Reply): string {
  return reply.chunks.join('')
}

export function finishOf(reply: Reply): FinishReason {
  return reply.ending.kind === 'finish' ? reply.ending.reason : 'stop'
}
