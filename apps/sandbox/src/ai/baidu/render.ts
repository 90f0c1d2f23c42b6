import { jsonAnswer, type VendorAnswer } from '../../core/answer.ts'
import type { Exchange } from '../../core/exchange.ts'
import { dataFrame, doneFrame, type Frame } from '../../core/frames.ts'
import { finishOf, replyText, type FinishReason, type Reply, type Usage } from '../chat/reply.ts'
import type { QianfanCall } from './check.ts'
import { internalError, qianfanId } from './errors.ts'

const finishWords: Record<FinishReason, string> = {
  stop: 'stop',
  stop_sequence: 'stop',
  length: 'length',
  content: 'content_filter',
  refusal: 'content_filter',
  network: 'stop',
  context: 'length',
}

function usageBody(usage: Usage) {
  return {
    prompt_tokens: usage.inputTokens,
    completion_tokens: usage.outputTokens,
    total_tokens: usage.inputTokens + usage.outputTokens,
    prompt_tokens_details: { cached_tokens: usage.cachedTokens },
    completion_tokens_details: { reasoning_tokens: usage.reasoningTokens },
  }
}

/** 0 safe; 3 must not be shown; 4 take back what was shown. */
function flagOf(reply: Reply): number {
  if (finishOf(reply) !== 'content') return 0
  return reply.chunks.length === 0 ? 3 : 4
}

export function qianfanPlain(_call: QianfanCall, reply: Reply, exchange: Exchange): VendorAnswer {
  const flag = flagOf(reply)
  // A whole answer has shown nothing yet: a block in the middle means it must not be displayed.
  const isBlocked = flag > 0
  const reasoning = reply.reasoningChunks.join('')
  return jsonAnswer(200, {
    id: qianfanId(exchange),
    object: 'chat.completion',
    created: reply.created,
    model: reply.model,
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant',
          content: isBlocked ? '' : replyText(reply),
          ...(reasoning !== '' && { reasoning_content: reasoning }),
        },
        finish_reason: finishWords[finishOf(reply)],
        flag: isBlocked ? 3 : 0,
        ...(isBlocked && { ban_round: -1 }),
      },
    ],
    ...(isBlocked && { need_clear_history: true }),
    ...(reply.usage && { usage: usageBody(reply.usage) }),
  })
}

export function qianfanStream(call: QianfanCall, reply: Reply, exchange: Exchange): Frame[] {
  const head = { id: qianfanId(exchange), object: 'chat.completion.chunk', created: reply.created, model: reply.model }
  const chunk = (delta: object, flag = 0, finish: string | null = null, isText = false) =>
    dataFrame({ ...head, choices: [{ index: 0, delta, flag, finish_reason: finish }] }, isText)
  const withRole = (delta: object, index: number) => (index === 0 ? { role: 'assistant', ...delta } : delta)

  const deltas = [
    ...reply.reasoningChunks.map((text) => ({ delta: { content: '', reasoning_content: text }, isText: false })),
    ...reply.chunks.map((content) => ({ delta: { content }, isText: true })),
  ]
  const frames = deltas.map(({ delta, isText }, index) => chunk(withRole(delta, index), 0, null, isText))
  const { ending } = reply
  if (ending.kind === 'cut') return frames
  if (ending.kind === 'error') return [...frames, dataFrame({ error: internalError, id: head.id })]
  const flag = flagOf(reply)
  const last = { ...withRole({ content: '' }, frames.length) }
  if (flag === 0) frames.push(chunk(last, 0, finishWords[ending.reason]))
  else {
    const choice = { index: 0, delta: last, flag, ban_round: -1, finish_reason: 'content_filter' }
    frames.push(dataFrame({ ...head, choices: [choice], need_clear_history: true }))
  }
  if (call.includesUsage && reply.usage !== null) {
    frames.push(dataFrame({ ...head, choices: [], usage: usageBody(reply.usage) }))
  }
  return [...frames, doneFrame]
}
