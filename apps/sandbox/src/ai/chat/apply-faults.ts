import { hasFault, type ActiveFault } from '../../core/faults/active-fault.ts'
import { doneFrame, type Frame } from '../../core/frames.ts'
import type { ChatFault } from './chat-faults.ts'
import { estimateTokens } from './estimate-tokens.ts'
import { replyText, type Ending, type FinishReason, type Reply } from './reply.ts'

function finish(reason: FinishReason): Ending {
  return { kind: 'finish', reason, stopSequence: null }
}

function endAfter(reply: Reply, chunks: number, ending: Ending): Reply {
  const kept = reply.chunks.slice(0, chunks)
  const usage = reply.usage && {
    ...reply.usage,
    outputTokens: estimateTokens(kept.join('')) + reply.usage.reasoningTokens,
  }
  return { ...reply, chunks: kept, usage, ending }
}

function withOutput(reply: Reply, inputTokens: number, outputTokens: number): Reply {
  return { ...reply, usage: reply.usage && { ...reply.usage, inputTokens, outputTokens } }
}

function half(reply: Reply): Reply {
  const target = replyText(reply).length / 2
  let chars = 0
  const chunks = reply.chunks.findIndex((chunk) => (chars += chunk.length) >= target)
  return endAfter(reply, Math.max(1, chunks + 1), finish('length'))
}

/** What a fault does to what is said; wire-level and refusing faults are not here, they leave the reply as it is. */
const alterations: Partial<Record<ChatFault, (reply: Reply, chunks: number) => Reply>> = {
  'content-block-mid': (reply, chunks) => endAfter(reply, chunks, finish('content')),
  'error-in-stream': (reply, chunks) => endAfter(reply, chunks, { kind: 'error', failure: 'server-error' }),
  cut: (reply, chunks) => endAfter(reply, chunks, { kind: 'cut' }),
  'network-error': (reply, chunks) => endAfter(reply, chunks, finish('network')),
  'context-finish': (reply, chunks) => endAfter(reply, chunks, finish('context')),
  length: half,
  empty: (reply) => endAfter(reply, 0, finish('stop')),
  'missing-usage': (reply) => ({ ...reply, usage: null }),
  'absurd-usage': (reply) => withOutput(reply, reply.usage?.inputTokens ?? 0, 987_654_321),
  'negative-usage': (reply) => withOutput(reply, -12, -5),
}

export function applyToReply(reply: Reply, faults: readonly ActiveFault[]): Reply {
  const byName: Partial<Record<string, (reply: Reply, chunks: number) => Reply>> = alterations
  return faults.reduce((altered, fault) => byName[fault.name]?.(altered, fault.afterChunks ?? 0) ?? altered, reply)
}

/** An in-reply block or refusal: nothing is said. */
export function silence(reply: Reply, reason: 'content' | 'refusal'): Reply {
  return { ...endAfter(reply, 0, finish(reason)), reasoningChunks: [] }
}

export function applyToFrames(frames: readonly Frame[], faults: readonly ActiveFault[], unknown: Frame): Frame[] {
  const result = [...frames]
  const first = result[0]
  if (hasFault(faults, 'duplicate-start') && first) result.unshift(first)
  if (hasFault(faults, 'unknown-events')) {
    result.splice(1, 0, unknown)
    const last = result.at(-1) === doneFrame ? result.length - 1 : result.length
    result.splice(Math.max(2, Math.floor(last / 2)), 0, unknown)
  }
  return result
}
