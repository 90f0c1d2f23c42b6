import { jsonAnswer, type VendorAnswer } from '../../core/answer.ts'
import type { FailureShape } from '../chat/chat-protocol.ts'
import type { Exchange } from '../../core/exchange.ts'
import type { FailureFault } from '../chat/chat-faults.ts'

export interface QianfanError {
  code: string
  message: string
  type: string
}

export function qianfanId(exchange: Exchange): string {
  return `as-${exchange.id.slice(0, 10)}`
}

export function qianfanError(
  exchange: Exchange,
  status: number,
  code: string,
  message: string,
  type: string,
): VendorAnswer {
  return jsonAnswer(status, { error: { code, message, type } satisfies QianfanError, id: qianfanId(exchange) })
}

export function invalidArgument(exchange: Exchange, message: string, code = 'invalid_argument'): VendorAnswer {
  return qianfanError(exchange, 400, code, message, 'invalid_request_error')
}

export function invalidIamToken(exchange: Exchange): VendorAnswer {
  return qianfanError(exchange, 401, 'invalid_iam_token', 'IAM Certification failed', 'invalid_request_error')
}

export function accountOverdue(exchange: Exchange): VendorAnswer {
  return qianfanError(
    exchange,
    403,
    'account_overdue',
    'Your account is in arrears, please recharge in time.',
    'access_denied',
  )
}

export function modelOffline(exchange: Exchange): VendorAnswer {
  return qianfanError(exchange, 403, 'model_offline', 'The model has been taken offline.', 'access_denied')
}

export function noSuchModel(exchange: Exchange): VendorAnswer {
  return qianfanError(
    exchange,
    401,
    'invalid_model',
    'The model does not exist or you do not have access to it.',
    'invalid_request_error',
  )
}

export function noParameterPermission(exchange: Exchange, parameter: string): VendorAnswer {
  return qianfanError(
    exchange,
    401,
    'no_parameter_permission',
    `no permission to use the parameter ${parameter}`,
    'access_denied',
  )
}

export const internalError: QianfanError = { code: 'internal_error', message: 'Internal error', type: 'Internal_error' }

function limited(exchange: Exchange, code: string, message: string): VendorAnswer {
  return qianfanError(exchange, 429, code, message, 'rate_limit_exceeded')
}

function unsafe(exchange: Exchange): VendorAnswer {
  return qianfanError(exchange, 403, 'system_unsafe', 'the content of system field is unsafe', 'unsafe_request')
}

const failures: Record<FailureFault, (exchange: Exchange) => FailureShape> = {
  'bad-key': invalidIamToken,
  'rate-limit': (exchange) => limited(exchange, 'rpm_rate_limit_exceeded', 'Rate limit reached for RPM'),
  'rate-limit-tokens': (exchange) => limited(exchange, 'tpm_rate_limit_exceeded', 'Rate limit reached for TPM'),
  billing: accountOverdue,
  'billing-as-request': accountOverdue,
  'billing-limit': accountOverdue,
  'content-block': unsafe,
  refusal: unsafe,
  retired: modelOffline,
  overloaded: (exchange) =>
    limited(exchange, 'cluster_rate_limit_exceeded', 'The cluster is overloaded, please try again later.'),
  'server-error': (exchange) => jsonAnswer(500, { error: internalError, id: qianfanId(exchange) }),
  'context-too-long': (exchange) =>
    invalidArgument(exchange, 'the max input tokens of the model is exceeded', 'tokens_too_long'),
}

export function qianfanFailure(exchange: Exchange, fault: FailureFault): FailureShape {
  return failures[fault](exchange)
}
