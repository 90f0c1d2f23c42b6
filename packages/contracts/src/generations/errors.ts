import { later, refusal } from '../error-row.ts'
import type { ErrorRow } from '../error-row.ts'

export const generationsErrors = {
  GENERATION_NOT_FOUND: refusal('NOT_FOUND', 404),
  /** It has ended, or its run is under way. */
  GENERATION_NOT_STARTABLE: refusal('CONFLICT', 409),
  GENERATION_OVER: refusal('CONFLICT', 409),
  RUN_NOT_FOUND: refusal('NOT_FOUND', 404),
  RUN_NEEDS_NOBODY: refusal('PRECONDITION_FAILED', 412),
  /** It costs more by now than the person was told. */
  PRICE_CHANGED: refusal('CONFLICT', 409),
  CONCURRENCY_LIMIT: later('TOO_MANY_REQUESTS', 429),
  FAIR_USE_LIMIT: later('TOO_MANY_REQUESTS', 429),
  EVENT_STREAMS_LIMIT: later('TOO_MANY_REQUESTS', 429),
  GENERATION_BUSY: later('SERVICE_UNAVAILABLE', 503),
  GENERATION_FAILED: later('SERVICE_UNAVAILABLE', 503),
  CONTENT_REFUSED: refusal('BAD_REQUEST', 400),
  CONTEXT_TOO_LONG: refusal('BAD_REQUEST', 400),
} satisfies Record<string, ErrorRow>
