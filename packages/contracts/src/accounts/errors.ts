import { later, refusal } from '../error-row.ts'
import type { ErrorRow } from '../error-row.ts'

export const accountsErrors = {
  USERNAME_TAKEN: refusal('CONFLICT', 409),
  USERNAME_LOOKS_TAKEN: refusal('CONFLICT', 409),
  NAME_RESERVED: refusal('BAD_REQUEST', 400),
  EMAIL_TAKEN: refusal('CONFLICT', 409),
  REFERRAL_CODE_UNKNOWN: refusal('BAD_REQUEST', 400),
  LOGIN_FAILED: refusal('UNAUTHORIZED', 401),
  LOGIN_LOCKED: later('TOO_MANY_REQUESTS', 429),
  PASSWORD_CHECKS_BUSY: later('SERVICE_UNAVAILABLE', 503),
  ACCOUNT_SUSPENDED: refusal('FORBIDDEN', 403),
  PASSWORD_WRONG: refusal('BAD_REQUEST', 400),
  SESSION_EXPIRED: refusal('UNAUTHORIZED', 401),
  SESSION_REVOKED: refusal('UNAUTHORIZED', 401),
  SESSION_NOT_FOUND: refusal('NOT_FOUND', 404),
  USER_NOT_FOUND: refusal('NOT_FOUND', 404),
  LAST_ADMIN: refusal('PRECONDITION_FAILED', 412),
} satisfies Record<string, ErrorRow>
