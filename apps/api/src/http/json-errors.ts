import { AppError, errorTable } from '@mozhou/contracts/errors'
import type { ErrorRequestHandler, RequestHandler, Response } from 'express'
import type { Logger } from 'pino'
import { toAppError, toWireError } from '../errors.ts'
import { requestScope } from '../request-scope.ts'
import { reportError } from './report-error.ts'

/** The last route: there is nothing at this address. */
export const notFound: RequestHandler = (_req, res) => sendError(res, new AppError('NOT_FOUND'))

/** For plain Express routes; Express knows it by its four parameters. */
export function jsonErrors(log: Logger): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    reportError(log, error, { path: req.path })
    if (res.headersSent) return next(error)
    sendError(res, toAppError(error))
  }
}

function sendError(res: Response, error: AppError): void {
  const requestId = requestScope.getStore()?.requestId ?? ''
  res.status(errorTable[error.code].http).json(toWireError(error, requestId))
}
