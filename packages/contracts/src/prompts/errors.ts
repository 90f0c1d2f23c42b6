import { refusal } from '../error-row.ts'
import type { ErrorRow } from '../error-row.ts'

export const promptsErrors = {
  PROMPT_NOT_FOUND: refusal('NOT_FOUND', 404),
  PROMPT_NOT_DRAFT: refusal('CONFLICT', 409),
  PROMPT_CHANGED: refusal('CONFLICT', 409),
} satisfies Record<string, ErrorRow>
