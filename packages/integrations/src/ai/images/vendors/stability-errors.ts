import { VendorError } from '@mozhou/contracts/vendor-error'
import { isRecord, kindOf, type ErrorTable } from '../../refusal.ts'
import { readRetryAfterMs } from '../../retry-after.ts'
import type { VendorReply } from '../vendor-call.ts'

/** Names of `{"id", "name", "errors"}`: https://platform.stability.ai/docs/api-reference (read 2026-11). */
export const stabilityErrors: ErrorTable = {
  unauthorized: 'credentials',
  permission_denied: 'credentials',
  payment_required: 'quota_exhausted',
  insufficient_balance: 'quota_exhausted',
  content_moderation: 'content_rejected',
  bad_request: 'invalid_request',
  invalid_prompts: 'invalid_request',
  payload_too_large: 'invalid_request',
  unprocessable_entity: 'invalid_request',
  not_found: 'model_gone',
  rate_limit_exceeded: 'rate_limited',
  internal_error: 'unavailable',
  server_error: 'unavailable',
}

/** Whoever asks too often is not heard for a minute. */
const banMs = 60_000

export function readStabilityRefusal({ body, httpStatus, headers, requestId }: VendorReply): VendorError | null {
  if (!isRecord(body) || typeof body.name !== 'string') return null
  const kind = kindOf(stabilityErrors, [body.name], httpStatus)
  const errors = Array.isArray(body.errors) ? body.errors : [body.message]
  return new VendorError(kind, {
    vendor: 'stability',
    vendorCode: body.name,
    httpStatus,
    vendorMessage: errors.filter((error) => typeof error === 'string').join('; ') || undefined,
    vendorRequestId: requestId ?? (typeof body.id === 'string' ? body.id : undefined),
    ...(kind === 'rate_limited' && { retryAfterMs: readRetryAfterMs(headers, Date.now()) ?? banMs }),
  })
}
