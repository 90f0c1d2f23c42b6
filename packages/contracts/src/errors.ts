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
  | 'SERVICE_UNAVAILABLE'
  | 'INTERNAL_SERVER_ERROR'

interface ErrorRow {
  trpc: TrpcKey
  http: number
  /** The same request may succeed later without being changed. */
  retryable: boolean
  /** A person's mistake or a business refusal: told to the person, not logged as a fault. */
  expected: boolean
}

const refusal = (trpc: TrpcKey, http: number): ErrorRow => ({ trpc, http, retryable: false, expected: true })
const later = (trpc: TrpcKey, http: number): ErrorRow => ({ trpc, http, retryable: true, expected: true })

export const errorTable = {
  VALIDATION_FAILED: refusal('BAD_REQUEST', 400),
  UNAUTHENTICATED: refusal('UNAUTHORIZED', 401),
  FORBIDDEN: refusal('FORBIDDEN', 403),
  NOT_FOUND: refusal('NOT_FOUND', 404),
  RATE_LIMITED: later('TOO_MANY_REQUESTS', 429),
  SERVICE_UNAVAILABLE: later('SERVICE_UNAVAILABLE', 503),
  INTERNAL: { trpc: 'INTERNAL_SERVER_ERROR', http: 500, retryable: true, expected: false },
  ORIGIN_REJECTED: refusal('FORBIDDEN', 403),
  METHOD_NOT_ALLOWED: refusal('METHOD_NOT_SUPPORTED', 405),
  PAYLOAD_TOO_LARGE: refusal('PAYLOAD_TOO_LARGE', 413),
  UNSUPPORTED_MEDIA_TYPE: refusal('UNSUPPORTED_MEDIA_TYPE', 415),

  USERNAME_TAKEN: refusal('CONFLICT', 409),
  EMAIL_TAKEN: refusal('CONFLICT', 409),
  REFERRAL_CODE_UNKNOWN: refusal('BAD_REQUEST', 400),
  LOGIN_FAILED: refusal('UNAUTHORIZED', 401),
  LOGIN_LOCKED: later('TOO_MANY_REQUESTS', 429),
  ACCOUNT_SUSPENDED: refusal('FORBIDDEN', 403),
  PASSWORD_WRONG: refusal('BAD_REQUEST', 400),
  SESSION_EXPIRED: refusal('UNAUTHORIZED', 401),
  SESSION_REVOKED: refusal('UNAUTHORIZED', 401),
  SESSION_NOT_FOUND: refusal('NOT_FOUND', 404),
  API_KEY_INVALID: refusal('UNAUTHORIZED', 401),
  API_KEY_REVOKED: refusal('UNAUTHORIZED', 401),
  API_KEY_EXPIRED: refusal('UNAUTHORIZED', 401),
  API_KEY_SCOPE_MISSING: refusal('FORBIDDEN', 403),
  API_KEY_NOT_FOUND: refusal('NOT_FOUND', 404),
  API_KEY_LIMIT_REACHED: refusal('CONFLICT', 409),
  USER_NOT_FOUND: refusal('NOT_FOUND', 404),
  LAST_ADMIN: refusal('PRECONDITION_FAILED', 412),

  CREDITS_INSUFFICIENT: refusal('PAYMENT_REQUIRED', 402),
  ENTRY_NOT_FOUND: refusal('NOT_FOUND', 404),
  ENTRY_ALREADY_REVERSED: refusal('CONFLICT', 409),
  IDEMPOTENCY_KEY_REUSED: refusal('CONFLICT', 409),

  TOOL_UNKNOWN: refusal('NOT_FOUND', 404),
  MODEL_NOT_FOUND: refusal('NOT_FOUND', 404),
  MODEL_NOT_AVAILABLE: refusal('PRECONDITION_FAILED', 412),
  MODEL_MEMBERS_ONLY: refusal('FORBIDDEN', 403),
  MODEL_ALIAS_TAKEN: refusal('CONFLICT', 409),
  /** The default stays one that everybody can use; params: model, and the field that a change would have made unfit. */
  MODEL_IS_DEFAULT: refusal('CONFLICT', 409),
  MODEL_UNFIT_AS_DEFAULT: refusal('PRECONDITION_FAILED', 412),
  MODEL_PARAMETER_UNSUPPORTED: refusal('BAD_REQUEST', 400),
  CREDENTIALS_UNREADABLE: { trpc: 'INTERNAL_SERVER_ERROR', http: 500, retryable: false, expected: false },

  PROMPT_NOT_FOUND: refusal('NOT_FOUND', 404),
  PROMPT_NOT_DRAFT: refusal('CONFLICT', 409),
  PROMPT_CHANGED: refusal('CONFLICT', 409),

  CREATION_NOT_FOUND: refusal('NOT_FOUND', 404),
  CREATION_BUSY: later('CONFLICT', 409),
  /** Another version has come since; params: currentVersionId, baseVersionId. */
  CREATION_CONFLICT: refusal('CONFLICT', 409),
  CREATION_IN_TRASH: refusal('PRECONDITION_FAILED', 412),
  VERSION_NOT_FOUND: refusal('NOT_FOUND', 404),
  REWRITE_NOT_READY: refusal('PRECONDITION_FAILED', 412),
  CREATION_HAS_NO_TEXT: refusal('PRECONDITION_FAILED', 412),
  CREATION_NOT_INCOMPLETE: refusal('PRECONDITION_FAILED', 412),
  CONTINUE_LIMIT_REACHED: refusal('PRECONDITION_FAILED', 412),
  GENERATION_NOT_FOUND: refusal('NOT_FOUND', 404),
  CONCURRENCY_LIMIT: later('TOO_MANY_REQUESTS', 429),
  FAIR_USE_LIMIT: later('TOO_MANY_REQUESTS', 429),
  GENERATION_BUSY: later('SERVICE_UNAVAILABLE', 503),
  GENERATION_FAILED: later('SERVICE_UNAVAILABLE', 503),
  CONTENT_REFUSED: refusal('BAD_REQUEST', 400),
  CONTEXT_TOO_LONG: refusal('BAD_REQUEST', 400),
} as const satisfies Record<string, ErrorRow>

export type ErrorCode = keyof typeof errorTable
/** `NETWORK` is the apps' own: the answer never came, so nobody knows whether the request did. */
export type ShownCode = ErrorCode | 'NETWORK'
export type ErrorParams = Record<string, string | number>

/**
 * An error a person may be told about. The wire carries `code` and `params`; wording lives in `errors.{zh,en}.ts`.
 * For VALIDATION_FAILED the params name the `field` and the `rule`.
 */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly params: ErrorParams

  constructor(code: ErrorCode, params: ErrorParams = {}, options?: { cause?: unknown }) {
    super(code, options)
    this.name = 'AppError'
    this.code = code
    this.params = params
  }
}

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(errorTable, value)
}

/** One broken rule of one input field. */
export interface FieldIssue {
  path: string
  /** zod's issue code, or the name a refinement gave its own rule. */
  rule: string
  params: ErrorParams
}

/** What every error looks like over tRPC (`error.data.app`); REST words it, see `rest-error.ts`. */
export interface WireError {
  code: ErrorCode
  params: ErrorParams
  requestId: string
  /** One row per invalid input field, only for VALIDATION_FAILED. */
  fields?: FieldIssue[]
}
