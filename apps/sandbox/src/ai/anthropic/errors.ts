import { jsonAnswer, type VendorAnswer } from '../../core/answer.ts'
import type { FailureShape } from '../chat/chat-protocol.ts'
import type { Exchange } from '../../core/exchange.ts'
import type { ActiveFault } from '../../core/faults/active-fault.ts'
import type { FailureFault } from '../chat/chat-faults.ts'

export interface AnthropicError {
  type: string
  message: string
  details?: { error_code: string }
}

export function requestIdOf(exchange: Exchange): string {
  return `req_${exchange.id}`
}

export function anthropicError(
  exchange: Exchange,
  status: number,
  error: AnthropicError,
  headers: Record<string, string> = {},
): VendorAnswer {
  return jsonAnswer(status, { type: 'error', error, request_id: requestIdOf(exchange) }, headers)
}

export function invalidRequest(exchange: Exchange, message: string): VendorAnswer {
  return anthropicError(exchange, 400, { type: 'invalid_request_error', message })
}

export function invalidKey(exchange: Exchange): VendorAnswer {
  return anthropicError(exchange, 401, { type: 'authentication_error', message: 'invalid x-api-key' })
}

const creditMessage =
  'Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing to upgrade or purchase credits.'

export function creditTooLow(exchange: Exchange): VendorAnswer {
  return anthropicError(exchange, 402, { type: 'billing_error', message: creditMessage })
}

export function modelNotFound(exchange: Exchange, model: string): VendorAnswer {
  return anthropicError(exchange, 404, { type: 'not_found_error', message: `model: ${model}` })
}

export const overloadedError: AnthropicError = { type: 'overloaded_error', message: 'Overloaded' }

function rateLimited(exchange: Exchange, detail: ActiveFault | null): VendorAnswer {
  return anthropicError(
    exchange,
    429,
    {
      type: 'rate_limit_error',
      message: 'This request would exceed the rate limit for your organization of 50 requests per minute.',
    },
    {
      'retry-after': String(Math.ceil((detail?.delayMs ?? exchange.state.settings.retryAfterMs) / 1000)),
      'anthropic-ratelimit-requests-remaining': '0',
    },
  )
}

type Failure = (exchange: Exchange, detail: ActiveFault | null) => FailureShape

const failures: Record<FailureFault, Failure> = {
  'bad-key': invalidKey,
  'rate-limit': rateLimited,
  'rate-limit-tokens': rateLimited,
  billing: creditTooLow,
  // The same empty balance, as many accounts see it.
  'billing-as-request': (exchange) => invalidRequest(exchange, creditMessage),
  'billing-limit': (exchange) =>
    anthropicError(exchange, 429, {
      type: 'rate_limit_error',
      message: 'Your organization has reached its spend limit.',
      details: { error_code: 'enforced_spend_limit_reached' },
    }),
  'content-block': () => 'in-reply',
  refusal: () => 'in-reply',
  retired: (exchange) => modelNotFound(exchange, exchange.record.model ?? 'unknown'),
  overloaded: (exchange) => anthropicError(exchange, 529, overloadedError),
  'server-error': (exchange) => anthropicError(exchange, 500, { type: 'api_error', message: 'Internal server error' }),
  'context-too-long': (exchange) => invalidRequest(exchange, 'prompt is too long: 1250000 tokens > 1000000 maximum'),
}

export function anthropicFailure(exchange: Exchange, fault: FailureFault, detail: ActiveFault | null): FailureShape {
  return failures[fault](exchange, detail)
}
