import { contentText, type ChatCall, type Checked } from '../chat/chat-protocol.ts'
import type { PromptMessage } from '../prose/read-brief.ts'
import type { Exchange } from '../../core/exchange.ts'
import { dottedPath, firstIssue, type BodyIssue } from '../../core/first-issue.ts'
import { stripPromptTokens } from '../../core/faults/prompt-token.ts'
import { invalidRequest, modelNotFound } from './errors.ts'
import { findAnthropicModel, type AnthropicModel } from './models.ts'
import { anthropicMessagesRequest, type AnthropicMessagesRequest } from './schema.ts'
import { isSet } from '../../core/is-set.ts'

export interface AnthropicCall extends ChatCall {
  /** `omitted`: the thinking block carries a signature but no text. */
  thinkingDisplay: 'summarized' | 'omitted'
}

/** Errors are worded by the vendor's validator (pydantic). */
function describeIssue(issue: BodyIssue): string {
  const path = dottedPath(issue.path)
  if (issue.kind === 'too_small' && path === 'messages') return 'messages: at least one message is required'
  const complaint = {
    unknown: 'Extra inputs are not permitted',
    missing: 'Field required',
    too_big: `Input should be less than or equal to ${issue.expected}`,
    too_small: `Input should be greater than or equal to ${issue.expected}`,
    value: `Input should be ${issue.expected}`,
    type: `Input should be a valid ${issue.expected}`,
    other: 'Input is not valid',
  }[issue.kind]
  return `${path}: ${complaint}`
}

const samplingNames = ['temperature', 'top_p', 'top_k'] as const

function samplingRule(request: AnthropicMessagesRequest, model: AnthropicModel, version: string): string | null {
  const used = samplingNames.find((name) => request[name] !== undefined)
  if (used === undefined) return null
  if (version === '2026-10-21') return `${used}: Extra inputs are not permitted`
  const thinking = request.thinking?.type === 'enabled' || request.thinking?.type === 'adaptive'
  if (thinking && request.temperature !== undefined && request.temperature !== 1) {
    return '`temperature` may only be set to 1 when thinking is enabled.'
  }
  if (!model.isStrict) {
    const isBoth = request.temperature !== undefined && request.top_p !== undefined
    return isBoth ? '`temperature` and `top_p` cannot both be specified for this model. Please use only one.' : null
  }
  if (request.top_k !== undefined) return '`top_k` is not supported for this model.'
  if (request.temperature !== undefined && request.temperature !== 1) {
    return '`temperature` may only be set to 1 for this model.'
  }
  return request.top_p !== undefined && request.top_p < 0.99
    ? '`top_p` must be greater than or equal to 0.99 for this model.'
    : null
}

/** Differences of version 2026-10-21 (vendor's migration notes). */
function versionRule(request: AnthropicMessagesRequest, version: string): string | null {
  if (version !== '2026-10-21') return null
  for (const [index, message] of request.messages.entries()) {
    if (typeof message.content === 'string') continue
    for (const block of message.content) {
      if (message.role === 'assistant' && block.type === 'document') {
        return `messages.${index}: \`document\` blocks are not permitted in assistant turns`
      }
      const citations = block.citations
      if (message.role === 'user' && block.type === 'text' && Array.isArray(citations) && citations.length > 0) {
        return `messages.${index}: \`citations\` are not permitted on user text`
      }
    }
  }
  return null
}

function modelRule(request: AnthropicMessagesRequest, model: AnthropicModel): string | null {
  if (request.max_tokens > model.maxOutputTokens) {
    return `max_tokens: ${request.max_tokens} > ${model.maxOutputTokens}, which is the maximum allowed number of output tokens for ${model.id}`
  }
  if (request.messages[0]?.role !== 'user') return 'messages: first message must use the "user" role'
  if (model.isStrict && request.messages.at(-1)?.role === 'assistant') {
    return 'This model does not support assistant message prefill. The conversation must end with a user message.'
  }
  const { thinking } = request
  if (thinking?.type === 'enabled') {
    if (model.isStrict) {
      return '"thinking.type.enabled" is not supported for this model. Use "thinking.type.adaptive" and "output_config.effort" to control thinking behavior.'
    }
    if (thinking.budget_tokens >= request.max_tokens) {
      return '`max_tokens` must be greater than `thinking.budget_tokens`.'
    }
  }
  if (thinking?.type === 'disabled' && model.alwaysThinks)
    return '"thinking.type.disabled" is not supported for this model.'
  return null
}

function toMessages(request: AnthropicMessagesRequest): PromptMessage[] {
  const system = contentText(request.system)
  const turns = request.messages.map(({ role, content }) => ({ role, text: stripPromptTokens(contentText(content)) }))
  return system === '' ? turns : [{ role: 'system', text: stripPromptTokens(system) }, ...turns]
}

function thinks(request: AnthropicMessagesRequest, model: AnthropicModel): boolean {
  return model.alwaysThinks || request.thinking?.type === 'enabled' || request.thinking?.type === 'adaptive'
}

export function checkAnthropic(exchange: Exchange, modelId: string | null): Checked<AnthropicCall> {
  const refused = (message: string): Checked<AnthropicCall> => ({
    kind: 'refused',
    answer: invalidRequest(exchange, message),
  })
  const issue = firstIssue(anthropicMessagesRequest, exchange.body)
  if (issue !== null) return refused(describeIssue(issue))
  const request = anthropicMessagesRequest.parse(exchange.body)
  const model = findAnthropicModel(modelId ?? request.model)
  if (model === null) return { kind: 'refused', answer: modelNotFound(exchange, modelId ?? request.model) }
  const version = String(exchange.request.headers['anthropic-version'])
  const broken = samplingRule(request, model, version) ?? versionRule(request, version) ?? modelRule(request, model)
  if (broken !== null) return refused(broken)
  const display = request.thinking !== undefined && 'display' in request.thinking ? request.thinking.display : null
  return {
    kind: 'ok',
    call: {
      model: model.id,
      isStream: request.stream === true,
      messages: toMessages(request),
      maxTokens: request.max_tokens,
      stop: request.stop_sequences ?? [],
      hasReasoning: thinks(request, model),
      wantsJson: isSet(request.output_config?.format),
      thinkingDisplay: display ?? (request.thinking?.type === 'enabled' ? 'summarized' : 'omitted'),
    },
  }
}
