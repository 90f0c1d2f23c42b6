/** tRPC error keys this product uses; a subset of tRPC's own list (https://trpc.io/docs/server/error-handling). */
type TrpcKey =
  | 'BAD_REQUEST'
  | 'UNAUTHORIZED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'METHOD_NOT_SUPPORTED'
  | 'CONFLICT'
  | 'PRECONDITION_FAILED'
  | 'PAYLOAD_TOO_LARGE'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'PAYMENT_REQUIRED'
  | 'TOO_MANY_REQUESTS'
  | 'NOT_IMPLEMENTED'
  | 'SERVICE_UNAVAILABLE'
  | 'INTERNAL_SERVER_ERROR'

export interface ErrorRow {
  trpc: TrpcKey
  http: number
  /** The same request may succeed later without being changed. */
  retryable: boolean
  /** A person's mistake or a business refusal: told to the person, not logged as a fault. */
  expected: boolean
}

/** Told to the person; the same request is refused again. */
export const refusal = (trpc: TrpcKey, http: number): ErrorRow => ({ trpc, http, retryable: false, expected: true })
export const later = (trpc: TrpcKey, http: number): ErrorRow => ({ trpc, http, retryable: true, expected: true })
