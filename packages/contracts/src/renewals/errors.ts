import { refusal } from '../error-row.ts'
import type { ErrorRow } from '../error-row.ts'

export const renewalsErrors = {
  RENEWAL_ACTIVE: refusal('CONFLICT', 409),
  RENEWAL_NEEDS_MEMBERSHIP: refusal('PRECONDITION_FAILED', 412),
  RENEWAL_TOO_LATE: refusal('PRECONDITION_FAILED', 412),
  RENEWAL_TERMS_CHANGED: refusal('CONFLICT', 409),
} satisfies Record<string, ErrorRow>
