import { refusal } from '../error-row.ts'
import type { ErrorRow } from '../error-row.ts'

export const paymentsErrors = {
  CHANNEL_CHANGED: refusal('CONFLICT', 409),
} satisfies Record<string, ErrorRow>
