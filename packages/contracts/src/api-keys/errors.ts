import { refusal } from '../error-row.ts'
import type { ErrorRow } from '../error-row.ts'

export const apiKeysErrors = {
  API_KEY_INVALID: refusal('UNAUTHORIZED', 401),
  API_KEY_REVOKED: refusal('UNAUTHORIZED', 401),
  API_KEY_EXPIRED: refusal('UNAUTHORIZED', 401),
  API_KEY_SCOPE_MISSING: refusal('FORBIDDEN', 403),
  API_KEY_NOT_FOUND: refusal('NOT_FOUND', 404),
  API_KEY_LIMIT_REACHED: refusal('CONFLICT', 409),
} satisfies Record<string, ErrorRow>
