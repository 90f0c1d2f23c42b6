import { AppError } from '@mozhou/contracts/errors'
import type { FileDto } from '@mozhou/contracts/files/answers'
import { uploadFileInput } from '@mozhou/contracts/files/inputs'
import { getFile } from '@mozhou/domain/files/list-files'
import { uploadFile } from '@mozhou/domain/files/upload-file'
import type { Request, RequestHandler } from 'express'
import { createContext } from '../context.ts'
import type { Context, ContextParts } from '../context.ts'
import { requireCaller } from '../require-caller.ts'
import { limitsWithHeaders } from './limit-headers.ts'
import { readForm } from './read-form.ts'
import type { SentFile } from './read-form.ts'
import { requestBytes } from './request-bytes.ts'
import { createUploadTurns } from './upload-turns.ts'
import { readKey } from './with-request-key.ts'
import { unknownFieldsRefusal } from './unknown-fields.ts'

/**
 * POST or PUT /api/v1/files: a file as a form's field `file`, or as the body itself, with `kind` and `name` as fields before it or in the
 * address, and an Idempotency-Key under which a repeat is the same file. It goes to the disk as it comes; who asks is known before the first byte is read.
 */
export function uploadEndpoint(parts: ContextParts): RequestHandler {
  const inTurn = createUploadTurns()
  return async (req, res) => {
    const limits = limitsWithHeaders(parts.limits, res)
    const ctx = createContext({ ...parts, limits }, { req, res }, { app: null, isStreamed: false })
    const { user } = await requireCaller(ctx, 'files:write')
    if (!ctx.isOriginTrusted) throw new AppError('ORIGIN_REJECTED')
    // What stands in the address is judged before anything is read.
    readFields(req.query)
    readKey(req)
    const isForm = req.is('multipart/form-data') !== false
    if (!isForm && req.is(['application/x-www-form-urlencoded', 'application/json']) !== false)
      throw new AppError('UNSUPPORTED_MEDIA_TYPE')
    const take = (file: SentFile) => takeIn(ctx, { req, file, userId: user.id, isForm })
    const answer = await inTurn(user.id, () =>
      isForm ? readForm(req, take) : take({ bytes: requestBytes(req), name: null, fields: {} }),
    )
    res.setHeader('cache-control', 'no-store').json(answer)
  }
}

interface Incoming {
  req: Request
  file: SentFile
  userId: string
  isForm: boolean
}

async function takeIn({ domain }: Context, { req, file, userId, isForm }: Incoming): Promise<FileDto> {
  const fields = readFields({ ...(file.name !== null && { name: file.name }), ...file.fields, ...req.query })
  const length = Number(req.get('content-length') ?? Number.NaN)
  // Of a form it is the length of all its parts: a little more than the file's.
  const saidBytes = Number.isNaN(length) || isForm ? null : length
  const fileId = await uploadFile(domain, { ...fields, userId, bytes: file.bytes, saidBytes, requestKey: readKey(req) })
  return getFile(domain, { userId, fileId })
}

function readFields({ kind, name, ...others }: Record<string, unknown>) {
  const refusal = unknownFieldsRefusal(Object.keys(others).map((one) => [one]))
  if (refusal) throw refusal
  return uploadFileInput.parse({ kind, name })
}
