import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import { requestScope } from '../request-scope.ts'

/** One line per request. Only the path: a query string holds inputs, and inputs hold what people write. */
export function logRequests(log: Logger): RequestHandler {
  return (req, res, next) => {
    const startedAt = performance.now()
    const scope = requestScope.getStore()
    const path = req.path
    res.once('close', () => {
      const isQuiet = path.startsWith('/health') || path === '/metrics' || scope?.isOneOfMany
      const level = isQuiet ? 'debug' : 'info'
      log[level](
        {
          requestId: scope?.requestId,
          outerRequestId: scope?.outerRequestId ?? undefined,
          userId: scope?.userId ?? undefined,
          method: req.method,
          path,
          status: res.statusCode,
          ms: Math.round(performance.now() - startedAt),
          isCutOff: res.writableFinished ? undefined : true,
        },
        'request',
      )
    })
    next()
  }
}
