import { refusal } from '../error-row.ts'
import type { ErrorRow } from '../error-row.ts'

export const webhooksErrors = {
  WEBHOOK_NOT_FOUND: refusal('NOT_FOUND', 404),
  WEBHOOK_LIMIT: refusal('CONFLICT', 409),
  WEBHOOK_ADDRESS_REFUSED: refusal('BAD_REQUEST', 400),
} satisfies Record<string, ErrorRow>
