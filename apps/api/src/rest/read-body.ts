import { AppError } from '@mozhou/contracts/errors'
import express from 'express'
import type { Request, RequestHandler } from 'express'
import { badBody, parseJsonBody } from './parse-json-body.ts'

const maxBodyBytes = 1024 * 1024
const readBytes = express.raw({ limit: maxBodyBytes, type: () => true })

/** JSON or nothing; too much of it is 413, anything else 415, and what does not parse 400. */
export const readBody: RequestHandler = (req, res, next) => {
  if (!hasBody(req)) {
    req.body = {}
    next()
    return
  }
  if (!req.is(['application/json', '+json']) || !isUtf8(req)) throw new AppError('UNSUPPORTED_MEDIA_TYPE')
  readBytes(req, res, (failure?: unknown) => next(failure === undefined ? replaceBody(req) : refusalOf(failure)))
}

function hasBody({ headers }: Request): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}

function isUtf8(req: Request): boolean {
  const [, charset = 'utf-8'] = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(req.get('content-type') ?? '') ?? []
  return /^utf-?8$/i.test(charset)
}

/** The value in place of its bytes. @returns what is wrong with them, for `next` */
function replaceBody(req: Request): unknown {
  const bytes = req.body as Uint8Array
  req.body = {}
  try {
    req.body = parseJsonBody(bytes)
    return undefined
  } catch (error) {
    return error
  }
}

/** Express gives its own refusals a type; without one it is the unpacking that failed. */
function refusalOf(failure: unknown): unknown {
  const { status, type } = failure as { status?: unknown; type?: unknown }
  return status === 400 && type === undefined ? badBody('content_encoding', { cause: failure }) : failure
}
