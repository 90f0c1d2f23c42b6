import { createHash } from 'node:crypto'
import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { MaskDto } from '@mozhou/contracts/images/answers'
import { uploadFile } from '@mozhou/domain/files/upload-file'
import { uploadMask } from '@mozhou/domain/files/upload-mask'
import { claimRequest } from '@mozhou/domain/requests/claim-request'
import type { Request, RequestHandler } from 'express'
import { createContext } from '../context.ts'
import type { Context, ContextParts } from '../context.ts'
import { requireCaller } from '../require-caller.ts'
import { limitsWithHeaders } from './limit-headers.ts'
import { readBody } from './read-body.ts'
import { readForm } from './read-form.ts'
import { readPictureForm } from './read-picture-form.ts'
import type { PicturePart } from './read-picture-form.ts'
import type { RestRoute } from './rest-route.ts'
import { unknownFieldsRefusal } from './unknown-fields.ts'
import { withCamelKeys, withTypes } from './wire-values.ts'
import { readKey } from './with-request-key.ts'

const maskField = 'mask'

/**
 * The body of an endpoint that works on pictures: JSON, or a form whose parts may be the pictures themselves. Those are kept as files first, under the
 * caller's Idempotency-Key, so that a repeat is the same request.
 */
export function pictureBody(parts: ContextParts, route: RestRoute): RequestHandler {
  const fields = route.meta.pictureParts ?? []
  return async (req, res, next) => {
    if (req.is('multipart/form-data') === false) return readBody(req, res, next)
    const limits = limitsWithHeaders(parts.limits, res)
    const ctx = createContext({ ...parts, limits }, { req, res }, { app: null, isStreamed: false })
    req.body = await takeForm(ctx, route, req, fields)
    next()
  }
}

async function takeForm(ctx: Context, route: RestRoute, req: Request, fields: readonly string[]): Promise<unknown> {
  const { user } = await requireCaller(ctx, route.meta.scope)
  if (!ctx.isOriginTrusted) throw new AppError('ORIGIN_REJECTED')
  const key = readKey(req)
  const values = await readPictureForm(req, fields, (part) => keep(ctx, { part, userId: user.id, key }))
  const sent = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, parsed(value)]))
  return withTypes(route.input, withCamelKeys(route.input, sent) as Record<string, unknown>)
}

interface Sent {
  part: PicturePart
  userId: string
  key: string | null
}
type Kept = Omit<Sent, 'key'> & { requestKey: string | null }

/** @throws AppError IDEMPOTENCY_KEY_REUSED for another picture than the one that came under the key */
async function keep(ctx: Context, sent: Sent): Promise<string> {
  const { part, userId, key } = sent
  if (key === null) return keepPart(ctx, { ...sent, requestKey: null })
  const idempotencyKey = `form:${key}:${part.field}`
  const hash = createHash('sha256')
  const bytes = watched(part.bytes, (piece) => hash.update(piece))
  const fileId = await keepPart(ctx, { ...sent, part: { ...part, bytes }, requestKey: idempotencyKey })
  // What is known already was not read: only its bytes tell whether it is the same.
  for await (const _ of bytes);
  await claimRequest(ctx.domain, { userId, idempotencyKey, procedure: 'picture', input: hash.digest('hex') })
  return fileId
}

async function* watched(
  bytes: AsyncIterable<Uint8Array>,
  see: (piece: Uint8Array) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const piece of bytes) {
    see(piece)
    yield piece
  }
}

async function keepPart({ domain }: Context, { part, userId, requestKey }: Kept): Promise<string> {
  const { field, bytes, name } = part
  if (field === maskField) return (await uploadMask(domain, { userId, bytes, requestKey })).fileId
  try {
    const upload = { userId, bytes, requestKey, kind: 'picture', saidBytes: null } as const
    return formatId('file', await uploadFile(domain, { ...upload, ...(name !== null && { name }) }))
  } catch (cause) {
    throw cause instanceof AppError ? new AppError(cause.code, { ...cause.params, field }, { cause }) : cause
  }
}

/** A field that is an object comes as JSON. */
function parsed(value: string): unknown {
  if (!value.startsWith('{')) return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

/** POST /api/v1/image/masks: a mask as a form's field `file`, or as the body itself. */
export function maskEndpoint(parts: ContextParts): RequestHandler {
  return async (req, res) => {
    const limits = limitsWithHeaders(parts.limits, res)
    const ctx = createContext({ ...parts, limits }, { req, res }, { app: null, isStreamed: false })
    const { user } = await requireCaller(ctx, 'image')
    if (!ctx.isOriginTrusted) throw new AppError('ORIGIN_REJECTED')
    const refusal = unknownFieldsRefusal(Object.keys(req.query).map((name) => [name]))
    if (refusal) throw refusal
    const requestKey = readKey(req)
    const take = ({ bytes }: { bytes: AsyncIterable<Uint8Array> }): Promise<MaskDto> =>
      uploadMask(ctx.domain, { userId: user.id, bytes, requestKey })
    const isForm = req.is('multipart/form-data') !== false
    if (!isForm && req.is(['application/x-www-form-urlencoded', 'application/json']) !== false)
      throw new AppError('UNSUPPORTED_MEDIA_TYPE')
    const answer = await ctx.inTurn(() =>
      isForm
        ? readForm(req, take)
        : take({ bytes: req.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array> }),
    )
    res.setHeader('cache-control', 'no-store').json(answer)
  }
}
