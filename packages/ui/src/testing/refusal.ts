import type { ErrorParams, ShownCode } from '@mozhou/contracts/errors'
import { TRPCClientError } from '@trpc/client'

/** What the client throws when the API refuses with this code. */
export function refusal(code: ShownCode, params: ErrorParams = {}) {
  return TRPCClientError.from({
    error: { message: 'x', code: -32_000, data: { app: { code, params, requestId: 'r' } } },
  })
}
