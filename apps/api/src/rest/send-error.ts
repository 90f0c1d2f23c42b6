import { AppError, errorTable } from '@mozhou/contracts/errors'
import type { Request, RequestHandler, Response } from 'express'
import { requestScope } from '../request-scope.ts'
import { localeOf } from './locale-of.ts'
import { toRestError } from './rest-error.ts'

/** About as long as a short text takes: what most often makes place. */
const usualWaitSeconds = 10

/** Answers with the envelope `{error: {code, message, params, fields, requestId}}`. */
export function sendError(req: Request, res: Response, error: AppError): void {
  const locale = localeOf(req)
  const nameOf = (res.locals['nameOf'] as ((path: string) => string) | undefined) ?? ((path: string) => path)
  const { http } = errorTable[error.code]
  const wait = error.params['retryAfterSeconds'] ?? (http === 429 ? usualWaitSeconds : undefined)
  if (typeof wait === 'number') res.setHeader('retry-after', String(Math.max(1, Math.ceil(wait))))
  // RFC 9110, section 15.5.2: a 401 says how to do better.
  if (http === 401) res.setHeader('www-authenticate', 'Bearer')
  res
    .status(http)
    .vary('accept-language, authorization')
    .setHeader('content-language', locale)
    .json(toRestError(error, { requestId: requestScope.getStore()?.requestId ?? '', locale, nameOf }))
}

/** For addresses that exist, with a method they do not take (RFC 9110, section 15.5.6). */
export function methodNotAllowed(methods: readonly string[]): RequestHandler {
  const allow = [...new Set([...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'])].join(', ')
  return (req, res) => {
    res.setHeader('allow', allow)
    if (req.method === 'OPTIONS') {
      res.status(204).end()
      return
    }
    sendError(req, res, new AppError('METHOD_NOT_ALLOWED'))
  }
}
