import { AsyncLocalStorage } from 'node:async_hooks'

/** What the log line and an error that comes before any context know about the request under way. */
export interface RequestScope {
  requestId: string
  /** Filled in once somebody asked who is calling. */
  userId: string | null
}

export const requestScope = new AsyncLocalStorage<RequestScope>()
