import { jsonAnswer, type VendorAnswer } from '../../core/answer.ts'
import type { Exchange } from '../../core/exchange.ts'
import type { ActiveFault } from '../../core/faults/active-fault.ts'
import type { FailureFault } from '../chat/chat-faults.ts'
import type { FailureShape } from '../chat/chat-protocol.ts'

export interface OpenAiError {
  message: string
  type: string
  param: string | null
  code: string | null
}

export function openAiError(
  status: number,
  error: { message: string; type?: string; param?: string | null; code?: string | null },
  headers: Record<string, string> = {},
): VendorAnswer {
  const full: OpenAiError = {
    message: error.message,
    type: error.type ?? 'invalid_request_error',
    param: error.param ?? null,
    code: error.code ?? null,
  }
  return jsonAnswer(status, { error: full }, headers)
}

export const serverErrorBody: OpenAiError = {
  message: 'The server had an error while processing your request. Sorry about that!',
  type: 'server_error',
  param: null,
  code: null,
}

/** The vendor shows the start and the end of a wrong key and stars the rest. */
function shownKey(key: string): string {
  return key.length < 12 ? '*'.repeat(key.length) : `${key.slice(0, 3)}${'*'.repeat(8)}${key.slice(-4)}`
}

export function incorrectKey(key: string): VendorAnswer {
  return openAiError(401, {
    message: `Incorrect API key provided: ${shownKey(key)}. You can find your API key at https://platform.openai.com/account/api-keys.`,
    code: 'invalid_api_key',
  })
}

export function quotaExceeded(): VendorAnswer {
  return openAiError(429, {
    message:
      'You exceeded your current quota, please check your plan and billing details. For more information on this error, read the docs: https://platform.openai.com/docs/guides/error-codes/api-errors.',
    type: 'insufficient_quota',
    code: 'insufficient_quota',
  })
}

export function modelGone(model: string): VendorAnswer {
  return openAiError(404, {
    message: `The model \`${model}\` has been deprecated, learn more here: https://platform.openai.com/docs/deprecations`,
    code: 'model_not_found',
  })
}

export function modelUnknown(model: string): VendorAnswer {
  return openAiError(404, {
    message: `The model \`${model}\` does not exist or you do not have access to it.`,
    code: 'model_not_found',
  })
}

function rateLimited(exchange: Exchange, kind: 'requests' | 'tokens', detail: ActiveFault | null): VendorAnswer {
  const waitMs = detail?.delayMs ?? exchange.state.settings.retryAfterMs
  const unit = kind === 'requests' ? 'RPM' : 'TPM'
  return openAiError(
    429,
    {
      message: `Rate limit reached for this model in organization org-sandbox on ${kind} per min (${unit}): Limit 500, Used 500, Requested 1. Please try again in ${waitMs}ms.`,
      type: kind,
      code: 'rate_limit_exceeded',
    },
    {
      'retry-after': String(Math.ceil(waitMs / 1000)),
      'retry-after-ms': String(waitMs),
      [`x-ratelimit-remaining-${kind}`]: '0',
    },
  )
}

type Failure = (exchange: Exchange, detail: ActiveFault | null) => FailureShape

const failures: Record<FailureFault, Failure> = {
  'bad-key': () => incorrectKey('sk-sandbox-bad'),
  'rate-limit': (exchange, detail) => rateLimited(exchange, 'requests', detail),
  'rate-limit-tokens': (exchange, detail) => rateLimited(exchange, 'tokens', detail),
  billing: quotaExceeded,
  'billing-as-request': quotaExceeded,
  'billing-limit': quotaExceeded,
  'content-block': () =>
    openAiError(400, {
      message: 'Your request was rejected as a result of our safety system.',
      code: 'content_policy_violation',
    }),
  refusal: () => 'in-reply',
  retired: (exchange) => modelGone(exchange.record.model ?? 'unknown'),
  overloaded: () =>
    openAiError(503, {
      message: 'The engine is currently overloaded, please try again later',
      type: 'server_error',
      code: 'overloaded',
    }),
  'server-error': () => jsonAnswer(500, { error: serverErrorBody }),
  'context-too-long': () =>
    openAiError(400, {
      message:
        'Input tokens exceed the configured limit of 272000 tokens. Your messages resulted in 310000 tokens. Please reduce the length of the messages.',
      param: 'messages',
      code: 'context_length_exceeded',
    }),
}

export function openAiFailure(exchange: Exchange, fault: FailureFault, detail: ActiveFault | null): FailureShape {
  return failures[fault](exchange, detail)
}
