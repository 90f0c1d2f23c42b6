import { refusal } from '../error-row.ts'
import type { ErrorRow } from '../error-row.ts'

export const refundsErrors = {
  REFUND_NOT_FOUND: refusal('NOT_FOUND', 404),
  ORDER_NOT_REFUNDABLE: refusal('CONFLICT', 409),
  REFUND_NOTHING_LEFT: refusal('CONFLICT', 409),
  REFUND_IN_FLIGHT: refusal('CONFLICT', 409),
  REFUND_QUOTE_CHANGED: refusal('CONFLICT', 409),
  REFUND_DECIDED: refusal('CONFLICT', 409),
} satisfies Record<string, ErrorRow>
