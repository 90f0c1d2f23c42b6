import { refusal } from '../error-row.ts'
import type { ErrorRow } from '../error-row.ts'

export const withdrawalsErrors = {
  WITHDRAWALS_OFF: refusal('PRECONDITION_FAILED', 412),
  WITHDRAWAL_NOT_FOUND: refusal('NOT_FOUND', 404),
  WITHDRAWAL_PAYEE_NEEDED: refusal('PRECONDITION_FAILED', 412),
  WITHDRAWAL_TOO_SMALL: refusal('CONFLICT', 409),
  WITHDRAWAL_LIMIT: refusal('CONFLICT', 409),
  WITHDRAWAL_OPEN: refusal('CONFLICT', 409),
  WITHDRAWAL_IN_DEBT: refusal('CONFLICT', 409),
  CASH_INSUFFICIENT: refusal('CONFLICT', 409),
  WITHDRAWAL_SENT: refusal('CONFLICT', 409),
  WITHDRAWAL_DECIDED: refusal('CONFLICT', 409),
  WITHDRAWAL_NOT_REPEATABLE: refusal('CONFLICT', 409),
  WITHDRAWAL_SUSPENDED: refusal('CONFLICT', 409),
  PAYEE_BINDING_NOT_FOUND: refusal('NOT_FOUND', 404),
  PAYEE_BINDING_INVALID: refusal('CONFLICT', 409),
  WITHDRAWAL_RULES_CHANGED: refusal('CONFLICT', 409),
} satisfies Record<string, ErrorRow>
