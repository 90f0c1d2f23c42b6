import { later, refusal } from '../error-row.ts'
import type { ErrorRow } from '../error-row.ts'

export const supportErrors = {
  CONVERSATION_NOT_FOUND: refusal('NOT_FOUND', 404),
  CONVERSATION_CLOSED: refusal('CONFLICT', 409),
  CONVERSATION_TAKEN: refusal('CONFLICT', 409),
  CONVERSATION_LINK_NOT_FOUND: refusal('NOT_FOUND', 404),
  OPEN_CONVERSATIONS_LIMIT: refusal('PRECONDITION_FAILED', 412),
  SUPPORT_MESSAGES_LIMIT: later('TOO_MANY_REQUESTS', 429),
} satisfies Record<string, ErrorRow>
