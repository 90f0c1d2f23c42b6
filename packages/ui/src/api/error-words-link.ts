import type { TRPCClientError, TRPCLink } from '@trpc/client'
import type { AnyTRPCRouter } from '@trpc/server'
import { observable } from '@trpc/server/observable'
import { isLate, lateErrors } from '../i18n/late-errors.ts'
import { locale } from '../i18n/locale.ts'
import { toShownError } from '../wire/wire-error.ts'

/** Hands on an error when the words for it are there: what is said once, as in a toast, is then said in full. */
export function errorWordsLink<Router extends AnyTRPCRouter>(late = lateErrors): TRPCLink<Router> {
  return () =>
    ({ next, op }) =>
      observable((observer) => {
        let isClosed = false

        async function handOn(error: TRPCClientError<Router>): Promise<void> {
          await late.wait(locale())
          if (!isClosed) observer.error(error)
        }

        const inner = next(op).subscribe({
          next: (value) => observer.next(value),
          complete: () => observer.complete(),
          error: (error) => {
            if (late.isThere(locale()) || !isLate(toShownError(error).code)) observer.error(error)
            else void handOn(error)
          },
        })
        return () => {
          isClosed = true
          inner.unsubscribe()
        }
      })
}
