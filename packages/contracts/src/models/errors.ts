import { refusal } from '../error-row.ts'
import type { ErrorRow } from '../error-row.ts'

export const modelsErrors = {
  MODEL_NOT_FOUND: refusal('NOT_FOUND', 404),
  MODEL_NOT_AVAILABLE: refusal('PRECONDITION_FAILED', 412),
  MODEL_MEMBERS_ONLY: refusal('FORBIDDEN', 403),
  MODEL_ALIAS_TAKEN: refusal('CONFLICT', 409),
  /** The default stays one that everybody can use; params: model, and the field that a change would have made unfit. */
  MODEL_IS_DEFAULT: refusal('CONFLICT', 409),
  MODEL_UNFIT_AS_DEFAULT: refusal('PRECONDITION_FAILED', 412),
  MODEL_PARAMETER_UNSUPPORTED: refusal('BAD_REQUEST', 400),
  CREDENTIALS_UNREADABLE: { trpc: 'INTERNAL_SERVER_ERROR', http: 500, retryable: false, expected: false },
} satisfies Record<string, ErrorRow>
