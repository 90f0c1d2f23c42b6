import { refusal } from '../error-row.ts'
import type { ErrorRow } from '../error-row.ts'

export const accountDeletionErrors = {
  ACCOUNT_CLOSING: refusal('FORBIDDEN', 403),
  DELETION_HINDERED: refusal('PRECONDITION_FAILED', 412),
  DELETION_BEGUN: refusal('CONFLICT', 409),
  DELETION_NOT_FOUND: refusal('NOT_FOUND', 404),
} satisfies Record<string, ErrorRow>
