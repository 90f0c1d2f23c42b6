import { refusal } from '../error-row.ts'
import type { ErrorRow } from '../error-row.ts'

export const imagesErrors = {
  IMAGE_URL_REFUSED: refusal('BAD_REQUEST', 400),
  IMAGE_MASK_DIFFERS: refusal('BAD_REQUEST', 400),
  IMAGE_MASK_COLOURED: refusal('BAD_REQUEST', 400),
  IMAGE_MASK_EMPTY: refusal('BAD_REQUEST', 400),
  IMAGE_TOO_LARGE_TO_ENLARGE: refusal('PRECONDITION_FAILED', 412),
  CREATION_HAS_NO_PICTURES: refusal('PRECONDITION_FAILED', 412),
  WORK_PART_NOT_FOUND: refusal('NOT_FOUND', 404),
  ATTACHMENT_NOT_FOUND: refusal('NOT_FOUND', 404),
  ATTACHMENTS_LIMIT: refusal('PRECONDITION_FAILED', 412),
  IMAGE_PRICE_CHANGED: refusal('CONFLICT', 409),
} satisfies Record<string, ErrorRow>
