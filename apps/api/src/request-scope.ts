import { AsyncLocalStorage } from 'node:async_hooks'
import type { AppError } from '@mozhou/contracts/errors'
import type { Locale } from '@mozhou/contracts/accounts/locales'

/** What the log line and an error that comes before any context know about the request under way. */
export interface RequestScope {
  /** On the clock of `performance.now()`. */
  arrivedAt: number
  requestId: string
  /** What the caller or a proxy calls the request; anybody may have written it. */
  outerRequestId: string | null
  /** Filled in once somebody asked who is calling. */
  userId: string | null
  /** The language they chose. */
  locale: Locale | null
  /** What it was refused with. */
  refusal?: AppError
  /** Refused with others of its sender at once, which are told of in one line. */
  isOneOfMany?: true
}

export const requestScope = new AsyncLocalStorage<RequestScope>()
