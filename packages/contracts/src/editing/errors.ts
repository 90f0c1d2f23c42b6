import { refusal } from '../error-row.ts'
import type { ErrorRow } from '../error-row.ts'

export const editingErrors = {
  /** Another version has come since; params: currentVersionId, baseVersionId. */
  CREATION_CONFLICT: refusal('CONFLICT', 409),
  REWRITE_NOT_READY: refusal('PRECONDITION_FAILED', 412),
} satisfies Record<string, ErrorRow>
