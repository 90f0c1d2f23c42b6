import { later, refusal } from '../error-row.ts'
import type { ErrorRow } from '../error-row.ts'

export const requestsErrors = {
  VALIDATION_FAILED: refusal('BAD_REQUEST', 400),
  UNAUTHENTICATED: refusal('UNAUTHORIZED', 401),
  FORBIDDEN: refusal('FORBIDDEN', 403),
  NOT_FOUND: refusal('NOT_FOUND', 404),
  RATE_LIMITED: later('TOO_MANY_REQUESTS', 429),
  SERVICE_UNAVAILABLE: later('SERVICE_UNAVAILABLE', 503),
  INTERNAL: { trpc: 'INTERNAL_SERVER_ERROR', http: 500, retryable: true, expected: false },
  ORIGIN_REJECTED: refusal('FORBIDDEN', 403),
  METHOD_NOT_ALLOWED: refusal('METHOD_NOT_SUPPORTED', 405),
  NOT_IMPLEMENTED: refusal('NOT_IMPLEMENTED', 501),
  PAYLOAD_TOO_LARGE: refusal('PAYLOAD_TOO_LARGE', 413),
  UNSUPPORTED_MEDIA_TYPE: refusal('UNSUPPORTED_MEDIA_TYPE', 415),
  IDEMPOTENCY_KEY_REUSED: refusal('CONFLICT', 409),
} satisfies Record<string, ErrorRow>
