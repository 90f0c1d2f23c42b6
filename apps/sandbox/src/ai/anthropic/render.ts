import { createHash } from 'node:crypto'
import { jsonAnswer, type VendorAnswer } from '../../core/answer.ts'
import type { Exchange } from '../../core/exchange.ts'
import { eventFrame, type Frame } from '../../core/frames.ts'
import { finishOf, replyText, type FinishReason, type Reply } from '../chat/reply.ts'
import type { AnthropicCall } from './check.ts'
import { overloadedError, requestIdOf } from './errors.ts'

const stopReasons: Record<FinishReason, string> = {
  stop: 'end_turn',
  stop_sequence: 'stop_sequence',
  length: 'max_tokens',
  content: 'refusal',
  refusal: 'refusal',
  network: 'end_turn',
  context: 'model_context_window_exceeded',
}

function stopFields(reply: Reply) {
  const finish = finishOf(reply)
  const isRefusal = finish === 'refusal' || finish === 'content'
  return {
    stop_reason: stopReasons[finish],
    stop_sequence: reply.ending.kind === 'finish' ? reply.ending.stopSequence : null,
    stop_details: isRefusal
      ? { type: 'refusal', category: 'general_harms', explanation: 'Declined by the sandbox on request.' }
      : null,
  }
}

function usageBody(reply: Reply, outputTokens: number) {
  const usage = reply.usage
  return (
    usage && {
      input_tokens: usage.inputTokens,
      cache_creation_input_tokens: 0,
      cache_read_input_tokens: usage.cachedTokens,
      cache_creation: { ephemeral_5m_input_tokens: 0, ephemeral_1h_input_tokens: 0 },
      output_tokens: outputTokens,
      output_tokens_details: { thinking_tokens: Math.min(usage.reasoningTokens, Math.max(0, outputTokens)) },
      service_tier: 'standard',
    }
  )
}

function signatureOf(reply: Reply): string {
  return createHash('sha256').update(`sandbox-signature-${reply.id}`).digest('base64')
}

function thinkingText(call: AnthropicCall, reply: Reply): string {
  return call.thinkingDisplay === 'summarized' ? reply.reasoningChunks.join('') : ''
}

function contentBlocks(call: AnthropicCall, reply: Reply): object[] {
  const blocks: object[] = []
  if (reply.reasoningChunks.length > 0) {
    blocks.push({ type: 'thinking', thinking: thinkingText(call, reply), signature: signatureOf(reply) })
  }
  const text = replyText(reply)
  if (text !== '') blocks.push({ type: 'text', text })
  return blocks
}

export function anthropicPlain(call: AnthropicCall, reply: Reply): VendorAnswer {
  const usage = usageBody(reply, reply.usage?.outputTokens ?? 0)
  return jsonAnswer(200, {
    id: `msg_${reply.id}`,
    type: 'message',
    role: 'assistant',
    model: reply.model,
    content: contentBlocks(call, reply),
    ...stopFields(reply),
    ...(usage && { usage }),
  })
}

function startFrame(reply: Reply): Frame {
  const usage = usageBody(reply, 1)
  const message = {
    id: `msg_${reply.id}`,
    type: 'message',
    role: 'assistant',
    model: reply.model,
    content: [],
    stop_reason: null,
    stop_sequence: null,
    stop_details: null,
    ...(usage && { usage }),
  }
  return eventFrame('message_start', { type: 'message_start', message })
}

const stopBlock = (index: number) => eventFrame('content_block_stop', { type: 'content_block_stop', index })

function blockFrames(index: number, block: object, deltas: readonly object[], isText: boolean): Frame[] {
  return [
    eventFrame('content_block_start', { type: 'content_block_start', index, content_block: block }),
    ...deltas.map((delta) => eventFrame('content_block_delta', { type: 'content_block_delta', index, delta }, isText)),
  ]
}

function thinkingFrames(call: AnthropicCall, reply: Reply): Frame[] {
  if (reply.reasoningChunks.length === 0) return []
  const shown = call.thinkingDisplay === 'summarized' ? reply.reasoningChunks : []
  const deltas = shown.map((thinking) => ({ type: 'thinking_delta', thinking }))
  return [
    ...blockFrames(0, { type: 'thinking', thinking: '', signature: '' }, deltas, false),
    eventFrame('content_block_delta', {
      type: 'content_block_delta',
      index: 0,
      delta: { type: 'signature_delta', signature: signatureOf(reply) },
    }),
    stopBlock(0),
  ]
}

function endFrames(reply: Reply): Frame[] {
  const usage = reply.usage && {
    input_tokens: reply.usage.inputTokens,
    cache_creation_input_tokens: 0,
    cache_read_input_tokens: reply.usage.cachedTokens,
    output_tokens: reply.usage.outputTokens,
    output_tokens_details: { thinking_tokens: reply.usage.reasoningTokens },
  }
  return [
    eventFrame('message_delta', { type: 'message_delta', delta: stopFields(reply), ...(usage && { usage }) }),
    eventFrame('message_stop', { type: 'message_stop' }),
  ]
}

export function anthropicStream(call: AnthropicCall, reply: Reply, exchange: Exchange): Frame[] {
  const thinking = thinkingFrames(call, reply)
  const index = thinking.length === 0 ? 0 : 1
  const frames = [startFrame(reply), eventFrame('ping', { type: 'ping' }), ...thinking]
  const isSilent = reply.chunks.length === 0 && reply.ending.kind === 'finish'
  if (!isSilent) {
    const deltas = reply.chunks.map((text) => ({ type: 'text_delta', text }))
    frames.push(...blockFrames(index, { type: 'text', text: '' }, deltas, true))
  }
  if (reply.ending.kind === 'cut') return frames
  if (reply.ending.kind === 'error') {
    return [
      ...frames,
      eventFrame('error', { type: 'error', error: overloadedError, request_id: requestIdOf(exchange) }),
    ]
  }
  return [...frames, ...(isSilent ? [] : [stopBlock(index)]), ...endFrames(reply)]
}
