import { refusal } from '../error-row.ts'
import type { ErrorRow } from '../error-row.ts'

export const platformSuggestionsErrors = {
  SUGGESTION_NOT_NEEDED: refusal('PRECONDITION_FAILED', 412),
} satisfies Record<string, ErrorRow>
