import { z } from 'zod'
import type { ChatCall } from '../chat/chat-protocol.ts'
import { bracketPath, firstIssue, type BodyIssue } from '../../core/first-issue.ts'
import { chatMessage, toPromptMessages, toStops } from '../chat/prompt-messages.ts'
import { invalidParameter, modelNotFound, type DashScopeFailure } from './errors.ts'
import { findQwenModel } from './models.ts'
import { isSet } from '../../core/is-set.ts'

export interface CompatibleCall extends ChatCall {
  includesUsage: boolean
}

const request = z.strictObject({
  model: z.string(),
  messages: z.array(chatMessage).min(1),
  stream: z.boolean().nullish(),
  stream_options: z.strictObject({ include_usage: z.boolean().optional() }).nullish(),
  temperature: z.number().min(0).lt(2).nullish(),
  top_p: z.number().gt(0).max(1).nullish(),
  top_k: z.number().int().min(0).nullish(),
  presence_penalty: z.number().min(-2).max(2).nullish(),
  frequency_penalty: z.number().min(-2).max(2).nullish(),
  repetition_penalty: z.number().gt(0).nullish(),
  max_tokens: z.number().int().min(1).nullish(),
  max_completion_tokens: z.number().int().min(1).nullish(),
  seed: z.number().int().min(0).max(2_147_483_647).nullish(),
  stop: z.union([z.string(), z.array(z.string())]).nullish(),
  n: z.literal(1).nullish(),
  user: z.string().optional(),
  logprobs: z.boolean().nullish(),
  top_logprobs: z.number().int().min(0).max(5).nullish(),
  enable_thinking: z.boolean().nullish(),
  thinking_budget: z.number().int().min(1).nullish(),
  enable_search: z.boolean().nullish(),
  search_options: z.unknown().optional(),
  response_format: z.looseObject({ type: z.enum(['text', 'json_object', 'json_schema']) }).nullish(),
  tools: z.array(z.unknown()).optional(),
  tool_choice: z.unknown().optional(),
  parallel_tool_calls: z.boolean().optional(),
})

function describeIssue(issue: BodyIssue): DashScopeFailure {
  const path = bracketPath(issue.path)
  const message = {
    unknown: `parameter.${path} is not supported by this model.`,
    missing: `Required parameter(${path}) missing or invalid, please check the request parameters.`,
    too_small: `Range of ${path} should start at ${issue.expected}`,
    too_big: `Range of ${path} should end at ${issue.expected}`,
    value: `'${path}' is not one of [${issue.expected}]`,
    type: `Input should be a valid ${issue.expected}: parameters.${path}`,
    other: `Input is not valid: parameters.${path}`,
  }[issue.kind]
  return invalidParameter(message)
}

type Compatible = { kind: 'ok'; call: CompatibleCall } | { kind: 'failed'; failure: DashScopeFailure }

export function checkCompatible(body: unknown, modelId: string | null): Compatible {
  if (modelId === null || modelId === '') {
    return { kind: 'failed', failure: invalidParameter('you must provide a model parameter') }
  }
  const issue = firstIssue(request, body)
  if (issue !== null) return { kind: 'failed', failure: describeIssue(issue) }
  const parsed = request.parse(body)
  const model = findQwenModel(modelId)
  if (model === null) return { kind: 'failed', failure: modelNotFound(modelId) }
  const maxTokens = parsed.max_completion_tokens ?? parsed.max_tokens ?? null
  if (maxTokens !== null && maxTokens > model.maxOutputTokens) {
    return { kind: 'failed', failure: invalidParameter(`Range of max_tokens should be [1, ${model.maxOutputTokens}]`) }
  }
  if (isSet(parsed.stream_options) && parsed.stream !== true) {
    return { kind: 'failed', failure: invalidParameter("'stream_options' is only allowed when 'stream' is true") }
  }
  return {
    kind: 'ok',
    call: {
      model: model.id,
      isStream: parsed.stream === true,
      messages: toPromptMessages(parsed.messages),
      maxTokens,
      stop: toStops(parsed.stop),
      hasReasoning: parsed.enable_thinking === true,
      wantsJson: isSet(parsed.response_format) && parsed.response_format.type !== 'text',
      includesUsage: parsed.stream_options?.include_usage === true,
    },
  }
}
