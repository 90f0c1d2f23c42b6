import type { Logger } from 'pino'
import { isFault, toAppError } from '../errors.ts'
import { requestScope } from '../request-scope.ts'

/** Faults are logged in full, once, here at the edge; refusals leave a short line for those who look for them. */
export function reportError(log: Logger, error: unknown, facts: Record<string, unknown>): void {
  const { requestId, userId } = requestScope.getStore() ?? {}
  const appError = toAppError(error)
  const line = { ...facts, requestId, userId: userId ?? undefined, code: appError.code }
  if (isFault(appError)) log.error({ ...line, err: appError.cause ?? error }, 'request failed')
  else log.debug(line, 'request refused')
}
