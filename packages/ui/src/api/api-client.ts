import type { TRPCClient } from '@trpc/client'
import { createTRPCClient, httpBatchStreamLink, httpLink, httpSubscriptionLink, splitLink } from '@trpc/client'
import type { AnyTRPCRouter } from '@trpc/server'
import { errorWordsLink } from './error-words-link.ts'
import { FetchEventSource } from './fetch-event-source.ts'
import { refreshLink } from './refresh-link.ts'
import type { RefreshOutcome } from './refresh-session.ts'
import { createSessionRefresher } from './refresh-session.ts'

interface ApiClientOptions {
  /** Sent as `x-mozhou-app`: tells the API which cookies hold the session. */
  app: 'web' | 'admin'
  /** Called once nothing can revive the session. */
  onSignedOut: () => void
  url?: string
  fetch?: typeof globalThis.fetch
}

/** The API over one address of our own: queries batched and streamed, mutations one by one, subscriptions over SSE. */
export function createApiClient<Router extends AnyTRPCRouter>(options: ApiClientOptions): TRPCClient<Router> {
  const { app, onSignedOut, url = '/trpc', fetch = globalThis.fetch.bind(globalThis) } = options
  const headers = { 'x-mozhou-app': app }
  const refresh = createSessionRefresher({
    app,
    refresh: () => refreshOnce(url, headers, fetch),
    locks: globalThis.navigator?.locks,
  })

  return createTRPCClient<Router>({
    links: [
      errorWordsLink(),
      refreshLink({ refresh, onSignedOut }),
      splitLink({
        condition: (op) => op.type === 'subscription',
        true: httpSubscriptionLink({
          url,
          EventSource: FetchEventSource,
          eventSourceOptions: () => ({ headers, refresh, fetch }),
          ...plainJson,
        }),
        false: splitLink({
          condition: (op) => op.type === 'mutation',
          // A streamed batch has sent its headers before the procedures run: too late for a cookie.
          true: httpLink({ url, headers: () => headers, fetch, ...plainJson }),
          false: httpBatchStreamLink({ url, headers: () => headers, fetch, maxURLLength: 4_000, ...plainJson }),
        }),
      }),
    ],
  })
}

/** DTOs are JSON-native, so no router of ours has a transformer; the links cannot know that of an unknown router. */
const plainJson = { transformer: undefined as never }

/** Past the links, on purpose: a refused refresh must not ask for a refresh. */
async function refreshOnce(
  url: string,
  headers: Record<string, string>,
  fetch: typeof globalThis.fetch,
): Promise<RefreshOutcome> {
  try {
    const response = await fetch(`${url}/auth.refresh`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { ...headers, 'content-type': 'application/json' },
      body: '{}',
    })
    if (response.ok) return 'refreshed'
    return response.status === 401 || response.status === 403 ? 'signed_out' : 'unreachable'
  } catch (cause) {
    if (cause instanceof TypeError) return 'unreachable'
    throw cause
  }
}
