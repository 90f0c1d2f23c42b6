import { refusal } from '../error-row.ts'
import type { ErrorRow } from '../error-row.ts'

export const reconciliationErrors = {
  BILL_NOT_FOUND: refusal('NOT_FOUND', 404),
  FINDING_NOT_FOUND: refusal('NOT_FOUND', 404),
  FINDING_RESOLVED: refusal('CONFLICT', 409),
  BILL_DAY_NOT_OVER: refusal('CONFLICT', 409),
} satisfies Record<string, ErrorRow>
