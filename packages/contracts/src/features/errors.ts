import { refusal } from '../error-row.ts'
import type { ErrorRow } from '../error-row.ts'

export const featuresErrors = {
  FEATURE_OFF: refusal('FORBIDDEN', 403),
  FEATURE_FOR_MEMBERS: refusal('FORBIDDEN', 403),
  FEATURE_CHANGED: refusal('CONFLICT', 409),
} satisfies Record<string, ErrorRow>
