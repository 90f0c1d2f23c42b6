import { generateProse } from '../prose/generate.ts'
import type { ChatCall } from './chat-protocol.ts'
import { cutToTokens, estimatePromptTokens, estimateTokens } from './estimate-tokens.ts'
import type { Exchange } from '../../core/exchange.ts'
import type { Ending, Reply } from './reply.ts'
import { splitText } from './split-text.ts'

interface Written {
  text: string
  ending: Ending
}

const finished = (reason: 'stop' | 'length'): Ending => ({ kind: 'finish', reason, stopSequence: null })

function stopAt(text: string, stops: readonly string[]): Written {
  const hits = stops
    .map((stop) => ({ stop, at: stop === '' ? -1 : text.indexOf(stop) }))
    .filter((hit) => hit.at >= 0)
    .sort((a, b) => a.at - b.at)
  const first = hits[0]
  if (first === undefined) return { text, ending: finished('stop') }
  return {
    text: text.slice(0, first.at),
    ending: { kind: 'finish', reason: 'stop_sequence', stopSequence: first.stop },
  }
}

function limitTokens(written: Written, tokens: number | null): Written {
  if (tokens === null || estimateTokens(written.text) <= tokens) return written
  return { text: cutToTokens(written.text, Math.max(0, tokens)), ending: finished('length') }
}

/** Writes the answer to a checked call. The counter makes two equal calls differ unless settings say otherwise. */
export function buildReply(exchange: Exchange, call: ChatCall): Reply {
  const { state } = exchange
  state.replies += 1
  const variation = state.settings.deterministic ? 0 : state.replies
  const prose = generateProse({ messages: call.messages, wantsJson: call.wantsJson, variation })
  const reasoning = call.hasReasoning ? prose.reasoning : ''
  const reasoningTokens = estimateTokens(reasoning)
  const room = call.maxTokens === null ? null : call.maxTokens - reasoningTokens
  const written = limitTokens(stopAt(prose.text, call.stop), room)
  return {
    id: exchange.id,
    created: Math.floor(Date.now() / 1000),
    model: call.model,
    chunks: splitText(written.text),
    reasoningChunks: splitText(reasoning),
    ending: written.ending,
    usage: {
      inputTokens: estimatePromptTokens(call.messages.map((message) => message.text)),
      outputTokens: estimateTokens(written.text) + reasoningTokens,
      reasoningTokens,
      cachedTokens: 0,
    },
  }
}
