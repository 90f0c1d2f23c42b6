import { AppError } from '@mozhou/contracts/errors'
import express from 'express'
import type { RequestHandler } from 'express'

const maxBodyBytes = 1024 * 1024
const parseJson = express.json({ limit: maxBodyBytes, type: () => true })

/** JSON or nothing; too much of it is 413, anything else 415, and what does not parse 400. */
export const readBody: RequestHandler = (req, res, next) => {
  if (!hasBody(req.headers)) {
    req.body = {}
    next()
    return
  }
  if (!req.is(['application/json', '+json'])) throw new AppError('UNSUPPORTED_MEDIA_TYPE')
  parseJson(req, res, next)
}

function hasBody(headers: {
  'content-length'?: string | undefined
  'transfer-encoding'?: string | undefined
}): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}
