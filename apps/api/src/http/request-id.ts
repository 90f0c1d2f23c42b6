import type { RequestHandler } from 'express'
import { requestScope } from '../request-scope.ts'

const acceptable = /^[A-Za-z0-9_.-]{8,64}$/

/** Takes a proxy's id or makes one; it is on the answer, in every log line and in every error. */
export function withRequestId(newId: () => string): RequestHandler {
  return (req, res, next) => {
    const given = req.get('x-request-id') ?? ''
    const requestId = acceptable.test(given) ? given : newId()
    res.setHeader('x-request-id', requestId)
    requestScope.run({ requestId, userId: null, locale: null }, next)
  }
}
