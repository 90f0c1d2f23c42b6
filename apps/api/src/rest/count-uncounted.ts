import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import { createContext } from '../context.ts'
import type { ContextParts } from '../context.ts'
import { isFault, toAppError } from '../errors.ts'
import { countCaller } from '../require-caller.ts'
import { limitsWithHeaders } from './limit-headers.ts'

/**
 * Procedures count their callers. What never comes to one is counted here, against the same limits and told in the same headers: unknown
 * addresses and methods, bodies that cannot be read, the document and its page. Beyond a limit RATE_LIMITED is the answer instead.
 */
export function countUncounted(parts: ContextParts): { before: RequestHandler; refused: ErrorRequestHandler } {
  const count = async (req: Request, res: Response) => {
    if (res.headersSent || res.hasHeader('ratelimit')) return
    const limits = limitsWithHeaders(parts.limits, res)
    await countCaller(createContext({ ...parts, limits }, { req, res }, { app: null, isStreamed: false }))
  }
  return {
    before: async (req, res, next) => {
      await count(req, res)
      next()
    },
    refused: async (error: unknown, req, res, next) => {
      // Where the database is away, asking it who calls would only make them wait longer.
      if (!isFault(toAppError(error))) await count(req, res)
      next(error)
    },
  }
}
