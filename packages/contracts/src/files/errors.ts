import { later, refusal } from '../error-row.ts'
import type { ErrorRow } from '../error-row.ts'

/** Those about what was sent say in `field` which part of it. */
export const filesErrors = {
  FILE_NOT_FOUND: refusal('NOT_FOUND', 404),
  FILE_TOO_LARGE: refusal('PAYLOAD_TOO_LARGE', 413),
  FILE_EMPTY: refusal('BAD_REQUEST', 400),
  FILE_TYPE_REFUSED: refusal('UNSUPPORTED_MEDIA_TYPE', 415),
  FILE_KIND_DIFFERS: refusal('UNSUPPORTED_MEDIA_TYPE', 415),
  FILE_ANIMATED: refusal('UNSUPPORTED_MEDIA_TYPE', 415),
  FILE_DAMAGED: refusal('BAD_REQUEST', 400),
  FILE_PIXELS: refusal('BAD_REQUEST', 400),
  FILE_ZIP_REFUSED: refusal('BAD_REQUEST', 400),
  FILE_CUT_OFF: refusal('BAD_REQUEST', 400),
  FILES_FULL: refusal('PRECONDITION_FAILED', 412),
  FILES_BUSY: later('SERVICE_UNAVAILABLE', 503),
  FILE_LINK_INVALID: refusal('FORBIDDEN', 403),
  FILE_LINK_EXPIRED: refusal('FORBIDDEN', 403),
  UPLOAD_NOT_FOUND: refusal('NOT_FOUND', 404),
  UPLOAD_OFFSET_DIFFERS: refusal('CONFLICT', 409),
  UPLOADS_TOO_MANY: refusal('PRECONDITION_FAILED', 412),
  UPLOAD_PROTOCOL: refusal('PRECONDITION_FAILED', 412),
  FILE_NOT_AI: refusal('PRECONDITION_FAILED', 412),
  FILE_NOT_PICTURE: refusal('BAD_REQUEST', 400),
  PICTURE_FORMAT_SIDE: refusal('BAD_REQUEST', 400),
  PICTURE_LETTERS_MISSING: refusal('PRECONDITION_FAILED', 412),
  FORMULA_UNREADABLE: refusal('PRECONDITION_FAILED', 412),
  FILE_MARK_IMPOSSIBLE: refusal('PRECONDITION_FAILED', 412),
} satisfies Record<string, ErrorRow>
