import { z } from 'zod'
import type { ChatCall, PromptMessage } from '../../core/chat-protocol.ts'
import type { Exchange } from '../../core/exchange.ts'
import { firstIssue } from '../../core/first-issue.ts'
import { toPromptMessages, toStops } from '../prompt-messages.ts'
import { describeIssue, type DashScopeChecked } from './compatible-check.ts'
import { invalidParameter, modelNotFound } from './failures.ts'
import { findQwenModel } from './models.ts'

export interface NativeCall extends ChatCall {
  resultFormat: 'text' | 'message'
  /** false: every frame repeats the whole text so far. */
  isIncremental: boolean
}

const message = z.looseObject({
  role: z.enum(['system', 'user', 'assistant', 'tool']),
  content: z.union([z.string(), z.array(z.looseObject({}))]),
})

const request = z.strictObject({
  model: z.string(),
  input: z.strictObject({ messages: z.array(message).min(1).optional(), prompt: z.string().optional() }),
  parameters: z
    .strictObject({
      result_format: z.enum(['text', 'message']).optional(),
      incremental_output: z.boolean().optional(),
      temperature: z.number().min(0).lt(2).optional(),
      top_p: z.number().gt(0).max(1).optional(),
      top_k: z.number().int().min(0).optional(),
      seed: z.number().int().min(0).optional(),
      max_tokens: z.number().int().min(1).optional(),
      stop: z.union([z.string(), z.array(z.string())]).optional(),
      enable_search: z.boolean().optional(),
      search_options: z.unknown().optional(),
      repetition_penalty: z.number().gt(0).optional(),
      presence_penalty: z.number().min(-2).max(2).optional(),
      enable_thinking: z.boolean().optional(),
      thinking_budget: z.number().int().min(1).optional(),
      response_format: z.looseObject({ type: z.enum(['text', 'json_object']) }).optional(),
      tools: z.array(z.unknown()).optional(),
    })
    .optional(),
})

/** Streams on `X-DashScope-SSE: enable` or on an Accept header that asks for it. */
function wantsStream(exchange: Exchange): boolean {
  const { headers } = exchange.request
  return (
    String(headers['x-dashscope-sse'] ?? '').toLowerCase() === 'enable' ||
    (headers.accept ?? '').includes('text/event-stream')
  )
}

export function checkNative(exchange: Exchange, modelId: string | null): DashScopeChecked<NativeCall> {
  const issue = firstIssue(request, exchange.body)
  if (issue !== null) return { kind: 'failed', failure: describeIssue(issue) }
  const { input, parameters = {} } = request.parse(exchange.body)
  const model = findQwenModel(modelId ?? '')
  if (model === null) return { kind: 'failed', failure: modelNotFound(modelId ?? '') }
  const messages: PromptMessage[] = input.messages
    ? toPromptMessages(input.messages)
    : toPromptMessages([{ role: 'user', content: input.prompt ?? '' }])
  if (messages.every(({ text }) => text === '')) {
    return { kind: 'failed', failure: { ...invalidParameter('Input is empty.'), nativeCode: 'BadRequest.EmptyInput' } }
  }
  return {
    kind: 'ok',
    call: {
      model: model.id,
      isStream: wantsStream(exchange),
      messages,
      maxTokens: parameters.max_tokens ?? null,
      stop: toStops(parameters.stop),
      hasReasoning: parameters.enable_thinking === true,
      wantsJson: parameters.response_format?.type === 'json_object',
      resultFormat: parameters.result_format ?? 'text',
      isIncremental: parameters.incremental_output === true,
    },
  }
}
