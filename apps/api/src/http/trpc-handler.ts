import type { AnyTRPCRouter, inferRouterContext } from '@trpc/server'
import { createExpressMiddleware } from '@trpc/server/adapters/express'
import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import { createContext } from '../context.ts'
import type { Context, ContextParts } from '../context.ts'
import { reportError } from './report-error.ts'

const maxBodyBytes = 1024 * 1024
const maxBatchSize = 50

/** Do not mount a body parser in front of it: tRPC reads the body itself. */
export function trpcHandler<Router extends AnyTRPCRouter>(
  router: Context extends inferRouterContext<Router> ? Router : never,
  parts: ContextParts,
): RequestHandler {
  return createExpressMiddleware<AnyTRPCRouter>({
    router,
    maxBodySize: maxBodyBytes,
    maxBatchSize,
    createContext: ({ req, res, info }): Context =>
      createContext(
        parts,
        { req, res },
        {
          app: info.connectionParams?.['app'] ?? null,
          isStreamed: info.accept !== null,
          isBatched: info.calls.length > 1,
        },
      ),
    onError: ({ error, path, ctx }) => reportError(logOf(ctx, parts), error, { path }),
  })
}

function logOf(ctx: Context | undefined, parts: ContextParts): Logger {
  return ctx?.domain.log ?? parts.domain.log
}
