import { refusal } from '../error-row.ts'
import type { ErrorRow } from '../error-row.ts'

export const creditsErrors = {
  CREDITS_INSUFFICIENT: refusal('PAYMENT_REQUIRED', 402),
  ENTRY_NOT_FOUND: refusal('NOT_FOUND', 404),
  ENTRY_ALREADY_REVERSED: refusal('CONFLICT', 409),
} satisfies Record<string, ErrorRow>
