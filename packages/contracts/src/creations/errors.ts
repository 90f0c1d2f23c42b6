import { later, refusal } from '../error-row.ts'
import type { ErrorRow } from '../error-row.ts'

export const creationsErrors = {
  CREATION_NOT_FOUND: refusal('NOT_FOUND', 404),
  CREATION_BUSY: later('CONFLICT', 409),
  CREATION_IN_TRASH: refusal('PRECONDITION_FAILED', 412),
  VERSION_NOT_FOUND: refusal('NOT_FOUND', 404),
  EXPORT_UNAVAILABLE: later('SERVICE_UNAVAILABLE', 503),
  CREATIONS_LIMIT: refusal('PRECONDITION_FAILED', 412),
  VERSIONS_LIMIT: refusal('PRECONDITION_FAILED', 412),
  STORED_TEXT_LIMIT: refusal('PRECONDITION_FAILED', 412),
  CREATION_HAS_NO_TEXT: refusal('PRECONDITION_FAILED', 412),
} satisfies Record<string, ErrorRow>
