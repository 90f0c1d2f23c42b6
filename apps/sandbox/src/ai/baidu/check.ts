import { z } from 'zod'
import type { ChatCall, Checked } from '../chat/chat-protocol.ts'
import type { Exchange } from '../../core/exchange.ts'
import { bracketPath, firstIssue, type BodyIssue } from '../../core/first-issue.ts'
import { isSet } from '../../core/is-set.ts'
import { chatMessage, toPromptMessages, toStops } from '../chat/prompt-messages.ts'
import { invalidArgument, modelOffline, noParameterPermission, noSuchModel } from './errors.ts'
import { findQianfanModel } from './models.ts'

export interface QianfanCall extends ChatCall {
  includesUsage: boolean
}

const request = z.strictObject({
  model: z.string(),
  messages: z.array(chatMessage).min(1),
  stream: z.boolean().nullish(),
  stream_options: z.strictObject({ include_usage: z.boolean().optional() }).nullish(),
  temperature: z.number().min(0).max(2).nullish(),
  top_p: z.number().min(0).max(1).nullish(),
  penalty_score: z.number().min(1).max(2).nullish(),
  frequency_penalty: z.number().min(-2).max(2).nullish(),
  presence_penalty: z.number().min(-2).max(2).nullish(),
  repetition_penalty: z.number().gt(0).nullish(),
  max_tokens: z.number().int().min(1).nullish(),
  max_completion_tokens: z.number().int().min(1).nullish(),
  seed: z.number().int().nullish(),
  stop: z.union([z.string(), z.array(z.string()).max(4)]).nullish(),
  user: z.string().nullish(),
  metadata: z.record(z.string(), z.string()).nullish(),
  enable_thinking: z.boolean().nullish(),
  thinking_budget: z.number().int().nullish(),
  reasoning_effort: z.string().nullish(),
  web_search: z.looseObject({ enable: z.boolean().nullish() }).nullish(),
  response_format: z.looseObject({ type: z.enum(['text', 'json_object', 'json_schema']) }).nullish(),
  tools: z.array(z.unknown()).nullish(),
  tool_choice: z.unknown().nullish(),
  // What the vendor's own client puts what it does not know into.
  extra_parameters: z.record(z.string(), z.unknown()).nullish(),
  parallel_tool_calls: z.boolean().nullish(),
})

function describeIssue(issue: BodyIssue): string {
  const path = bracketPath(issue.path)
  return {
    unknown: `unknown parameter: ${path}`,
    missing: `the ${path} field is required`,
    too_small: `the ${path} field must be greater than or equal to ${issue.expected}`,
    too_big: `the ${path} field must be less than or equal to ${issue.expected}`,
    value: `the ${path} field must be one of ${issue.expected}`,
    type: `the type of ${path} is invalid, expected ${issue.expected}`,
    other: `the ${path} field is invalid`,
  }[issue.kind]
}

export function checkQianfan(exchange: Exchange, modelId: string | null): Checked<QianfanCall> {
  if (modelId === null || modelId === '') {
    return { kind: 'refused', answer: invalidArgument(exchange, 'the model field is required', 'invalid_model') }
  }
  const issue = firstIssue(request, exchange.body)
  if (issue !== null) {
    const code = issue.path[0] === 'messages' ? 'invalid_messages' : 'invalid_argument'
    return { kind: 'refused', answer: invalidArgument(exchange, describeIssue(issue), code) }
  }
  const body = request.parse(exchange.body)
  const model = findQianfanModel(modelId)
  if (model === 'retired') return { kind: 'refused', answer: modelOffline(exchange) }
  if (model === null) return { kind: 'refused', answer: noSuchModel(exchange) }
  if (isSet(body.enable_thinking) && !model.canThink) {
    return { kind: 'refused', answer: noParameterPermission(exchange, 'enable_thinking') }
  }
  const maxTokens = body.max_completion_tokens ?? body.max_tokens ?? null
  if (maxTokens !== null && maxTokens > model.maxOutputTokens) {
    const limit = `max_tokens must be less than or equal to ${model.maxOutputTokens}`
    return { kind: 'refused', answer: invalidArgument(exchange, limit) }
  }
  return {
    kind: 'ok',
    call: {
      model: model.id,
      isStream: body.stream === true,
      messages: toPromptMessages(body.messages),
      maxTokens,
      stop: toStops(body.stop),
      hasReasoning: body.enable_thinking === true,
      wantsJson: isSet(body.response_format) && body.response_format.type !== 'text',
      includesUsage: body.stream_options?.include_usage === true,
    },
  }
}
