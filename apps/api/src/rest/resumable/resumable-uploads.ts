import { AppError } from '@mozhou/contracts/errors'
import { beginUploadInput, uploadIdInput } from '@mozhou/contracts/files/inputs'
import { formatId } from '@mozhou/contracts/ids'
import { beginUpload } from '@mozhou/domain/files/begin-upload'
import { cancelUpload } from '@mozhou/domain/files/end-uploads'
import { findUpload } from '@mozhou/domain/files/find-upload'
import type { UploadStanding } from '@mozhou/domain/files/find-upload'
import { askUpload, finishUpload } from '@mozhou/domain/files/finish-upload'
import { writePart } from '@mozhou/domain/files/write-part'
import { Router } from 'express'
import type { Request, RequestHandler, Response } from 'express'
import { createContext } from '../../context.ts'
import type { Context, ContextParts } from '../../context.ts'
import { requireCaller } from '../../require-caller.ts'
import { limitsWithHeaders } from '../limit-headers.ts'
import { requestBytes } from '../request-bytes.ts'
import { methodNotAllowed } from '../send-error.ts'
import { createUploadTurns } from '../upload-turns.ts'
import { readKey } from '../with-request-key.ts'
import { createOneAtATime } from './one-at-a-time.ts'
import { bytesIn, partType, readMetadata, requireTus, setTusHeaders, setTusOffer } from './tus-headers.ts'

/** What a person calls what the inputs name. */
const names: Readonly<Record<string, string>> = { bytes: 'upload-length', uploadId: 'upload_id' }

interface Call {
  ctx: Context
  userId: string
  req: Request
  res: Response
}

/**
 * Uploads that can be gone on with, as tus 1.0.0 has them (docs/decisions/040), under /api/v1/files/uploads. Of the answer to the last part
 * `Upload-File` names the file; whoever asks where it stands afterwards is told it again.
 */
export function resumableUploads(parts: ContextParts, count: RequestHandler): Router {
  const inTurn = createUploadTurns()
  const oneAtATime = createOneAtATime()
  const served =
    (act: (call: Call) => Promise<void>): RequestHandler =>
    async (req, res) => {
      setTusHeaders(res)
      res.locals['nameOf'] = (path: string) => names[path] ?? path
      const limits = limitsWithHeaders(parts.limits, res)
      const ctx = createContext({ ...parts, limits }, { req, res }, { app: null, isStreamed: false })
      const { user } = await requireCaller(ctx, 'files:write')
      // Browsers name no origin where a page of ours only asks, and nobody else's page can make them ask with our header.
      if (req.method !== 'HEAD' && !ctx.isOriginTrusted) throw new AppError('ORIGIN_REJECTED')
      requireTus(req, res)
      await act({ ctx, userId: user.id, req, res })
    }
  const offer: RequestHandler = (_req, res, next) => {
    setTusHeaders(res)
    setTusOffer(res)
    next()
  }
  const router = Router()
  router.options(['/', '/:upload_id'], offer)
  router.post('/', served(begin))
  router.head(
    '/:upload_id',
    served(async (call) => {
      const wanted = wantedOf(call)
      const ask = () => inTurn(call.userId, () => askUpload(call.ctx.domain, wanted))
      tellStanding(call.res, await oneAtATime(wanted.uploadId, ask), 200)
    }),
  )
  router.patch(
    '/:upload_id',
    served(async (call) => {
      const { req, userId } = call
      const part = partOf(call)
      const take = () => inTurn(userId, () => takePart(call.ctx, part))
      tellStanding(call.res, await oneAtATime(part.uploadId, take, () => req.complete || req.destroy()), 204)
    }),
  )
  router.delete(
    '/:upload_id',
    served(async ({ ctx, userId, req, res }) => {
      const wanted = wantedOf({ userId, req })
      await oneAtATime(wanted.uploadId, () => cancelUpload(ctx.domain, wanted))
      res.status(204).end()
    }),
  )
  // Those that are not finished are a procedure's.
  router.get('/', (_req, _res, next) => next('router'))
  router.all('/', count, methodNotAllowed(['GET', 'POST']))
  router.all('/:upload_id', count, methodNotAllowed(['HEAD', 'PATCH', 'DELETE']))
  return router
}

async function begin({ ctx, userId, req, res }: Call): Promise<void> {
  const said = readMetadata(req.get('upload-metadata'))
  const input = beginUploadInput.parse({ ...said, bytes: bytesIn(req.get('upload-length')) })
  const uploadId = await beginUpload(ctx.domain, { ...input, userId, requestKey: readKey(req) })
  const { expiresAt } = await findUpload(ctx.domain, { userId, uploadId })
  res
    .status(201)
    .set({
      location: `${req.baseUrl}/${formatId('fileUpload', uploadId)}`,
      'upload-expires': expiresAt.toUTCString(),
    })
    .end()
}

function wantedOf({ userId, req }: Pick<Call, 'userId' | 'req'>) {
  const { uploadId } = uploadIdInput.parse({ uploadId: req.params['upload_id'] })
  return { userId, uploadId }
}

interface Part {
  userId: string
  uploadId: string
  offset: number
  saidBytes: number | null
  source: AsyncIterable<Uint8Array>
}

/** @throws AppError UNSUPPORTED_MEDIA_TYPE, VALIDATION_FAILED for a head that is no part's */
function partOf({ userId, req }: Call): Part {
  const wanted = wantedOf({ userId, req })
  if (req.get('content-type') !== partType) throw new AppError('UNSUPPORTED_MEDIA_TYPE')
  const offset = bytesIn(req.get('upload-offset'))
  if (Number.isNaN(offset)) throw new AppError('VALIDATION_FAILED', { field: 'upload-offset', rule: 'invalid_type' })
  const said = bytesIn(req.get('content-length'))
  return { ...wanted, offset, saidBytes: Number.isNaN(said) ? null : said, source: requestBytes(req) }
}

/** The last part makes the file. */
async function takePart({ domain }: Context, part: Part): Promise<UploadStanding> {
  const standing = await writePart(domain, part)
  return { ...standing, fileId: await finishUpload(domain, standing) }
}

function tellStanding(res: Response, { bytes, offset, fileId, expiresAt }: UploadStanding, status: 200 | 204): void {
  res
    .status(status)
    .set({
      'upload-offset': String(offset),
      'upload-length': String(bytes),
      'upload-expires': expiresAt.toUTCString(),
      ...(fileId !== null && { 'upload-file': formatId('file', fileId) }),
    })
    .end()
}
