import type { RequestHandler } from 'express'
import { requestScope } from '../request-scope.ts'

const acceptable = /^[A-Za-z0-9_.-]{8,64}$/

/**
 * The request's id is always ours: it is on the answer, in every log line, in every error and in audit rows, where nobody from outside may
 * write. An id that came with the request stands beside it in the log, so that a proxy's lines can be found.
 */
export function withRequestId(newId: () => string): RequestHandler {
  return (req, res, next) => {
    const given = req.get('x-request-id') ?? ''
    const requestId = newId()
    res.setHeader('x-request-id', requestId)
    const outerRequestId = acceptable.test(given) ? given : null
    const arrivedAt = performance.now()
    requestScope.run({ arrivedAt, requestId, outerRequestId, userId: null, locale: null }, next)
  }
}
