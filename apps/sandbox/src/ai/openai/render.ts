import { jsonAnswer, type VendorAnswer } from '../../core/answer.ts'
import { dataFrame, doneFrame, type Frame } from '../../core/frames.ts'
import { finishOf, replyText, type FinishReason, type Reply, type Usage } from '../chat/reply.ts'
import type { OpenAiCall } from './check.ts'
import { serverErrorBody } from './errors.ts'

const finishWords: Record<FinishReason, string> = {
  stop: 'stop',
  stop_sequence: 'stop',
  length: 'length',
  content: 'content_filter',
  refusal: 'stop',
  network: 'stop',
  context: 'length',
}

const refusalText = "I'm sorry, but I can't help with that request. (sandbox)"

function usageBody(usage: Usage) {
  return {
    prompt_tokens: usage.inputTokens,
    completion_tokens: usage.outputTokens,
    total_tokens: usage.inputTokens + usage.outputTokens,
    prompt_tokens_details: { cached_tokens: usage.cachedTokens, audio_tokens: 0 },
    completion_tokens_details: {
      reasoning_tokens: usage.reasoningTokens,
      audio_tokens: 0,
      accepted_prediction_tokens: 0,
      rejected_prediction_tokens: 0,
    },
  }
}

export function openAiPlain(_call: OpenAiCall, reply: Reply): VendorAnswer {
  const finish = finishOf(reply)
  const isRefusal = finish === 'refusal'
  return jsonAnswer(200, {
    id: `chatcmpl-${reply.id}`,
    object: 'chat.completion',
    created: reply.created,
    model: reply.model,
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant',
          content: isRefusal ? null : replyText(reply),
          refusal: isRefusal ? refusalText : null,
          annotations: [],
        },
        logprobs: null,
        finish_reason: finishWords[finish],
      },
    ],
    ...(reply.usage && { usage: usageBody(reply.usage) }),
    service_tier: 'default',
    system_fingerprint: null,
  })
}

/** Random-looking padding that hides how long each piece is. */
function padding(index: number): string {
  return 'aF3kZ9mQ1xT7bR5w'.slice(0, 1 + ((index * 7) % 15))
}

export function openAiStream(call: OpenAiCall, reply: Reply): Frame[] {
  let count = 0
  const chunk = (choices: unknown[], usage: unknown, isText = false) => {
    count += 1
    return dataFrame(
      {
        id: `chatcmpl-${reply.id}`,
        object: 'chat.completion.chunk',
        created: reply.created,
        model: reply.model,
        service_tier: 'default',
        system_fingerprint: null,
        choices,
        ...(call.includesUsage && reply.usage !== null && { usage }),
        ...(call.includesObfuscation && choices.length > 0 && { obfuscation: padding(count) }),
      },
      isText,
    )
  }
  const delta = (value: object, finish: string | null = null, isText = false) =>
    chunk([{ index: 0, delta: value, logprobs: null, finish_reason: finish }], null, isText)

  const frames = [delta({ role: 'assistant', content: '', refusal: null })]
  frames.push(...reply.chunks.map((content) => delta({ content }, null, true)))
  const { ending } = reply
  if (ending.kind === 'cut') return frames
  if (ending.kind === 'error') return [...frames, dataFrame({ error: serverErrorBody })]
  if (ending.reason === 'refusal') frames.push(delta({ refusal: refusalText }, null, true))
  frames.push(delta({}, finishWords[ending.reason]))
  if (call.includesUsage && reply.usage !== null) frames.push(chunk([], usageBody(reply.usage)))
  return [...frames, doneFrame]
}
