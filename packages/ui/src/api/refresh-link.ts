import type { TRPCClientError, TRPCLink } from '@trpc/client'
import type { AnyTRPCRouter } from '@trpc/server'
import { observable } from '@trpc/server/observable'
import type { RefreshOutcome } from './refresh-session.ts'
import { isSignedOut, toShownError } from '../wire/wire-error.ts'

interface RefreshLinkOptions {
  /** `askedAt` is when the refused call was sent, in ms: a refresh after that moment already covers it. */
  refresh: (askedAt: number) => Promise<RefreshOutcome>
  onSignedOut: () => void
}

/** These answer 401 for reasons a new access token cannot change. */
const neverRefreshed = new Set(['auth.login', 'auth.register', 'auth.refresh', 'auth.logout'])

/** Sends a call again, once, after the session was refreshed. A second refusal is final. */
export function refreshLink<Router extends AnyTRPCRouter>(options: RefreshLinkOptions): TRPCLink<Router> {
  return () =>
    ({ next, op }) =>
      observable((observer) => {
        let inner: { unsubscribe: () => void } | null = null
        let isClosed = false

        async function sendAgain(askedAt: number, refusal: TRPCClientError<Router>): Promise<void> {
          const outcome = await options.refresh(askedAt)
          if (isClosed) return
          if (outcome === 'refreshed') return send(false)
          if (outcome === 'signed_out') options.onSignedOut()
          observer.error(refusal)
        }

        function send(mayRefresh: boolean): void {
          const askedAt = Date.now()
          inner = next(op).subscribe({
            next: (value) => observer.next(value),
            complete: () => observer.complete(),
            error: (error) => {
              const { code } = toShownError(error)
              const isSession = !neverRefreshed.has(op.path)
              const isRefused = isSession && code === 'UNAUTHENTICATED'
              // Revoked, expired, suspended: a refresh would be refused too.
              if (isSession && !isRefused && isSignedOut(code)) options.onSignedOut()
              if (mayRefresh && isRefused) void sendAgain(askedAt, error)
              else observer.error(error)
            },
          })
        }

        send(true)
        return () => {
          isClosed = true
          inner?.unsubscribe()
        }
      })
}
