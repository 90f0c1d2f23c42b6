import { refusal } from '../error-row.ts'
import type { ErrorRow } from '../error-row.ts'

export const savedFiltersErrors = {
  SAVED_FILTER_LIMIT: refusal('CONFLICT', 409),
  SAVED_FILTER_NOT_FOUND: refusal('NOT_FOUND', 404),
} satisfies Record<string, ErrorRow>
