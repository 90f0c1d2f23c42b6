import { later, refusal } from '../error-row.ts'
import type { ErrorRow } from '../error-row.ts'

export const accountsErrors = {
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
  USER_NOT_FOUND: refusal('NOT_FOUND', 404),
  LAST_ADMIN: refusal('PRECONDITION_FAILED', 412),
} satisfies Record<string, ErrorRow>
