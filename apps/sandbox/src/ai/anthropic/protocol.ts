import { jsonAnswer, type VendorAnswer } from '../../core/answer.ts'
import type { ChatProtocol } from '../chat/chat-protocol.ts'
import { bearerOf, type Exchange } from '../../core/exchange.ts'
import { eventFrame } from '../../core/frames.ts'
import { bodyModel } from '../chat/body-model.ts'
import { checkAnthropic, type AnthropicCall } from './check.ts'
import {
  anthropicError,
  anthropicFailure,
  creditTooLow,
  invalidKey,
  invalidRequest,
  overloadedError,
  requestIdOf,
} from './errors.ts'
import { anthropicPlain, anthropicStream } from './render.ts'

const versions = ['2023-06-01', '2026-10-21']

function keyOf(exchange: Exchange): string | null {
  const header = exchange.request.headers['x-api-key']
  return typeof header === 'string' ? header : bearerOf(exchange)
}

/** Both header generations; the version header has no default. */
export function authenticateAnthropic(exchange: Exchange): VendorAnswer | null {
  const key = keyOf(exchange)
  if (key === null) {
    return anthropicError(exchange, 401, { type: 'authentication_error', message: 'x-api-key header is required' })
  }
  if (!/^sk-ant-[\w-]{3,}$/.test(key) || /bad|invalid|revoked/i.test(key)) return invalidKey(exchange)
  const version = exchange.request.headers['anthropic-version']
  if (typeof version !== 'string') return invalidRequest(exchange, 'anthropic-version: header is required')
  if (!versions.includes(version)) {
    return invalidRequest(exchange, `anthropic-version: "${version}" is not a valid version`)
  }
  return /arrears/i.test(key) ? creditTooLow(exchange) : null
}

export function anthropicHeaders(exchange: Exchange): Record<string, string> {
  const reset = new Date(Date.now() + 60_000).toISOString().replace(/\.\d+Z$/, 'Z')
  const kinds = {
    requests: ['50', '49'],
    tokens: ['480000', '478000'],
    'input-tokens': ['400000', '399000'],
    'output-tokens': ['80000', '79000'],
  }
  const headers: Record<string, string> = {
    'request-id': requestIdOf(exchange),
    'anthropic-organization-id': 'sandbox',
  }
  for (const [kind, [limit = '', remaining = '']] of Object.entries(kinds)) {
    headers[`anthropic-ratelimit-${kind}-limit`] = limit
    headers[`anthropic-ratelimit-${kind}-remaining`] = remaining
    headers[`anthropic-ratelimit-${kind}-reset`] = reset
  }
  return headers
}

export const anthropicMessages: ChatProtocol<AnthropicCall> = {
  vendor: 'anthropic',
  modelOf: (exchange) => bodyModel(exchange.body),
  headers: anthropicHeaders,
  authenticate: authenticateAnthropic,
  malformed: (exchange) => invalidRequest(exchange, 'The request body is not valid JSON.'),
  tooLarge: (exchange) =>
    anthropicError(exchange, 413, { type: 'request_too_large', message: 'Request exceeds the maximum size' }),
  check: checkAnthropic,
  failure: anthropicFailure,
  plain: anthropicPlain,
  stream: anthropicStream,
  errorInsteadOfStream: (exchange) =>
    jsonAnswer(200, { type: 'error', error: overloadedError, request_id: requestIdOf(exchange) }),
  unknownFrame: eventFrame('sandbox_future_event', { type: 'sandbox_future_event', note: 'skip me' }),
  hasNetworkFinish: false,
}
