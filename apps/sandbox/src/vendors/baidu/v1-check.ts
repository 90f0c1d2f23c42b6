import { z } from 'zod'
import { jsonAnswer, type VendorAnswer } from '../../core/answer.ts'
import type { ChatCall, Checked, FailureShape, PromptMessage } from '../../core/chat-protocol.ts'
import type { Exchange } from '../../core/exchange.ts'
import { bracketPath, firstIssue } from '../../core/first-issue.ts'
import type { FailureFault } from '../../faults/catalogue.ts'
import { stripPromptTokens } from '../../faults/prompt-token.ts'
import { qianfanId } from './v2-errors.ts'

const endpoints = new Set([
  'completions_pro',
  'completions',
  'eb-instant',
  'ernie_speed',
  'ernie-speed-128k',
  'ernie-lite-8k',
  'ernie-tiny-8k',
  'ernie-3.5-8k-0205',
  'ernie-4.0-turbo-8k',
])

/** V1 reports every error with HTTP 200. */
export function v1Error(exchange: Exchange, code: number, message: string): VendorAnswer {
  return jsonAnswer(200, { error_code: code, error_msg: message, id: qianfanId(exchange) })
}

const message = z.strictObject({
  role: z.enum(['user', 'assistant', 'function']),
  content: z.string(),
  name: z.string().optional(),
})

const request = z.strictObject({
  messages: z.array(message).min(1),
  system: z.string().optional(),
  temperature: z.number().gt(0).max(1).optional(),
  top_p: z.number().min(0).max(1).optional(),
  penalty_score: z.number().min(1).max(2).optional(),
  stream: z.boolean().optional(),
  max_output_tokens: z.number().int().min(2).max(4096).optional(),
  stop: z.array(z.string().max(20)).max(4).optional(),
  user_id: z.string().optional(),
  disable_search: z.boolean().optional(),
  enable_citation: z.boolean().optional(),
  response_format: z.enum(['text', 'json_object']).optional(),
})

function turnRule(messages: readonly { role: string }[]): string | null {
  if (messages.length % 2 === 0) return 'the length of messages must be an odd number'
  const wrong = messages.findIndex(({ role }, index) => role !== (index % 2 === 0 ? 'user' : 'assistant'))
  if (wrong < 0) return null
  return `the role of message with ${wrong % 2 === 0 ? 'odd' : 'even'} index in the messages must be ${wrong % 2 === 0 ? 'user' : 'assistant'}`
}

export function checkV1(exchange: Exchange, endpoint: string | null): Checked<ChatCall> {
  const refused = (code: number, text: string): Checked<ChatCall> => ({
    kind: 'refused',
    answer: v1Error(exchange, code, text),
  })
  if (endpoint === null || !endpoints.has(endpoint)) return refused(3, 'Unsupported openapi method')
  const issue = firstIssue(request, exchange.body)
  if (issue !== null) return refused(336003, `the ${bracketPath(issue.path)} field is invalid (${issue.kind})`)
  const body = request.parse(exchange.body)
  const broken = turnRule(body.messages)
  if (broken !== null) return refused(336003, broken)
  const turns: PromptMessage[] = body.messages.map(({ role, content }) => ({
    role: role === 'assistant' ? 'assistant' : 'user',
    text: stripPromptTokens(content),
  }))
  const system: PromptMessage[] =
    body.system === undefined ? [] : [{ role: 'system', text: stripPromptTokens(body.system) }]
  return {
    kind: 'ok',
    call: {
      model: endpoint,
      isStream: body.stream === true,
      messages: [...system, ...turns],
      maxTokens: body.max_output_tokens ?? null,
      stop: body.stop ?? [],
      hasReasoning: false,
      wantsJson: body.response_format === 'json_object',
    },
  }
}

/** Code and message; null where the failure shows in the reply. */
const failures: Record<FailureFault, readonly [number, string] | null> = {
  'bad-key': [110, 'Access token invalid or no longer valid'],
  'rate-limit': [18, 'Open api qps request limit reached'],
  'rate-limit-tokens': [336502, 'TPM limit reached'],
  billing: [17, 'Open api daily request limit reached'],
  'billing-limit': [19, 'Open api total request limit reached'],
  'content-block': null,
  refusal: null,
  retired: [3, 'Unsupported openapi method'],
  overloaded: [336100, 'try again'],
  'server-error': [336000, 'Internal error'],
  'context-too-long': [336003, 'prompt tokens too long'],
}

export function v1Failure(exchange: Exchange, fault: FailureFault): FailureShape {
  const failure = failures[fault]
  return failure === null ? 'in-reply' : v1Error(exchange, failure[0], failure[1])
}
