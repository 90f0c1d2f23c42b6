import { z } from 'zod'
import type { ChatCall, Checked } from '../chat/chat-protocol.ts'
import type { Exchange } from '../../core/exchange.ts'
import { bracketPath, firstIssue, type BodyIssue } from '../../core/first-issue.ts'
import { chatMessage, toPromptMessages } from '../chat/prompt-messages.ts'
import { zhipuError, type ZhipuCode } from './errors.ts'
import { findZhipuModel, type ZhipuModel } from './models.ts'
import { isSet } from '../../core/is-set.ts'

export interface ZhipuCall extends ChatCall {
  /** Echoed; the vendor makes one up when the client sends none. */
  requestId: string
}

// The vendor's own clients send fields that nobody set as null.
const request = z.strictObject({
  model: z.string(),
  messages: z.array(chatMessage).min(1),
  stream: z.boolean().nullish(),
  // Not documented, sent by every OpenAI client, ignored by the vendor: usage always comes.
  stream_options: z.unknown().optional(),
  thinking: z
    .strictObject({ type: z.enum(['enabled', 'disabled']).nullish(), clear_thinking: z.boolean().nullish() })
    .nullish(),
  reasoning_effort: z.enum(['max', 'xhigh', 'high', 'medium', 'low', 'minimal', 'none']).nullish(),
  do_sample: z.boolean().nullish(),
  temperature: z.number().min(0).max(1).nullish(),
  top_p: z.number().min(0.01).max(1).nullish(),
  max_tokens: z.number().int().min(1).max(131_072).nullish(),
  stop: z.array(z.string()).max(4).nullish(),
  tools: z.array(z.unknown()).max(128).nullish(),
  tool_choice: z.literal('auto').nullish(),
  tool_stream: z.boolean().nullish(),
  response_format: z.strictObject({ type: z.enum(['text', 'json_object']) }).nullish(),
  request_id: z.string().min(6).max(64).nullish(),
  user_id: z.string().min(6).max(128).nullish(),
})

type ZhipuRequest = z.infer<typeof request>

function codeOf(issue: BodyIssue): ZhipuCode {
  if (issue.kind === 'unknown') return '1210'
  return issue.kind === 'missing' ? '1213' : '1214'
}

function modelRule(body: ZhipuRequest, model: ZhipuModel): string | null {
  if (isSet(body.max_tokens) && body.max_tokens > model.maxOutputTokens) return 'max_tokens'
  const effort = body.reasoning_effort
  if (!isSet(effort)) return null
  if (!model.hasReasoningEffort) return 'reasoning_effort'
  const isAllowed = !model.id.startsWith('glm-5.3') || ['low', 'high', 'max'].includes(effort)
  return isAllowed ? null : 'reasoning_effort'
}

export function checkZhipu(exchange: Exchange, modelId: string | null): Checked<ZhipuCall> {
  const refused = (code: ZhipuCode, subject = ''): Checked<ZhipuCall> => ({
    kind: 'refused',
    answer: zhipuError(exchange, code, subject),
  })
  if (modelId === null || modelId === '') return refused('1213', 'model')
  const issue = firstIssue(request, exchange.body)
  if (issue !== null) return refused(codeOf(issue), bracketPath(issue.path))
  const body = request.parse(exchange.body)
  const model = findZhipuModel(modelId)
  if (model === null) return refused('1211')
  if (!body.messages.some(({ role }) => role === 'user')) return refused('1214', 'messages')
  const wrong = modelRule(body, model)
  if (wrong !== null) return refused('1214', wrong)
  const isThinkingOff = body.thinking?.type === 'disabled' || body.reasoning_effort === 'none'
  return {
    kind: 'ok',
    call: {
      model: model.id,
      isStream: body.stream === true,
      messages: toPromptMessages(body.messages),
      maxTokens: body.max_tokens ?? null,
      stop: body.stop ?? [],
      hasReasoning: model.thinksByDefault && !isThinkingOff,
      wantsJson: body.response_format?.type === 'json_object',
      requestId: body.request_id ?? `sandbox-${exchange.id}`,
    },
  }
}
