import { refusal } from '../error-row.ts'
import type { ErrorRow } from '../error-row.ts'

export const writingErrors = {
  CREATION_NOT_INCOMPLETE: refusal('PRECONDITION_FAILED', 412),
  CONTINUE_LIMIT_REACHED: refusal('PRECONDITION_FAILED', 412),
} satisfies Record<string, ErrorRow>
