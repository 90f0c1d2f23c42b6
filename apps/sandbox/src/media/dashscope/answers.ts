import { whyUnauthenticated, requestIdOf } from '../../ai/dashscope/authenticate.ts'
import { jsonAnswer, type VendorAnswer } from '../../core/answer.ts'
import type { Exchange } from '../../core/exchange.ts'
import type { MediaFailure } from '../media-faults.ts'
import { Refused } from '../serve-media.ts'

interface Native {
  status: number
  code: string
  message: string
}

const native = (status: number, code: string, message: string): Native => ({ status, code, message })

export const inspection = native(400, 'DataInspectionFailed', 'Output data may contain inappropriate content.')

/** As the native interface words them, flat and without an outer `error`. */
const failures: Record<MediaFailure, Native> = {
  'bad-key': native(401, 'InvalidApiKey', 'Invalid API-key provided.'),
  'rate-limit': native(429, 'Throttling.RateQuota', 'Requests rate limit exceeded, please try again later.'),
  billing: native(400, 'Arrearage', 'Access denied, please make sure your account is in good standing.'),
  retired: native(404, 'ModelNotFound', 'Model can not be found.'),
  overloaded: native(503, 'ModelUnavailable', 'Model is unavailable, please try again later.'),
  'server-error': native(500, 'InternalError', 'An internal error has occured, please try again later.'),
  'content-block': native(400, 'DataInspectionFailed', 'Input data may contain inappropriate content.'),
}

export function nativeError(exchange: Exchange, { status, code, message }: Native): VendorAnswer {
  return jsonAnswer(status, { code, message, request_id: requestIdOf(exchange) })
}

export const nativeFailure = (exchange: Exchange, fault: MediaFailure) => nativeError(exchange, failures[fault])

const codesOfKeys: Record<string, MediaFailure> = { invalid_api_key: 'bad-key', Arrearage: 'billing' }

/** The keys are those of the compatible interface, and their refusals are worded natively. */
export function authenticateNative(exchange: Exchange): VendorAnswer | null {
  const why = whyUnauthenticated(exchange)
  return why === null ? null : nativeFailure(exchange, codesOfKeys[why.code] ?? 'bad-key')
}

export const invalidParameter = (exchange: Exchange, message: string) =>
  new Refused(nativeError(exchange, native(400, 'InvalidParameter', message)))

export const syncNotAllowed = (exchange: Exchange) =>
  new Refused(
    nativeError(exchange, native(403, 'AccessDenied', 'current user api does not support synchronous calls.')),
  )

export const unsupportedOperation = (exchange: Exchange) =>
  nativeError(exchange, native(400, 'UnsupportedOperation', 'The operation is unsupported: the task is not pending.'))
