import { QueryClient } from '@tanstack/solid-query'
import { errorTable } from '@mozhou/contracts/errors'
import { toShownError } from '../wire/wire-error.ts'

const mostRetries = 2

/** Reads are tried again when the same request may succeed later; writes never, a person presses the button. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // Loopback works without a network, whatever the browser thinks of its connection.
      networkMode: 'always',
      retry: (failures, error) => failures < mostRetries && mayRetry(error),
      retryDelay: (failures) => Math.min(500 * 2 ** failures, 4_000),
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

function mayRetry(error: unknown): boolean {
  const { code } = toShownError(error)
  return code === 'NETWORK' || (code !== 'RATE_LIMITED' && errorTable[code].retryable)
}
