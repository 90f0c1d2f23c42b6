import { AppError } from '@mozhou/contracts/errors'
import type { ErrorRequestHandler, RequestHandler } from 'express'
import type { Logger } from 'pino'
import { toAppError } from '../errors.ts'
import { sendError } from './send-error.ts'
import { reportError } from '../http/report-error.ts'

/** The last route: there is nothing at this address. */
export const notFound: RequestHandler = (req, res) => sendError(req, res, new AppError('NOT_FOUND'))

/** For everything that is not tRPC; Express knows it by its four parameters. */
export function jsonErrors(log: Logger): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    reportError(log, error, { path: req.path })
    if (res.headersSent) return next(error)
    sendError(req, res, toAppError(error))
  }
}
