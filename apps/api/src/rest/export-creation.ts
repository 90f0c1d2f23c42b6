import { AppError } from '@mozhou/contracts/errors'
import { exportCreationInput } from '@mozhou/contracts/creations/inputs'
import { exportCreation } from '@mozhou/domain/creations/export-creation'
import { createTurnsByKey } from '@mozhou/domain/turns'
import type { RequestHandler } from 'express'
import { createContext } from '../context.ts'
import type { ContextParts } from '../context.ts'
import { contentDisposition } from '../http/content-disposition.ts'
import { limitsWithHeaders } from './limit-headers.ts'
import { requireCaller } from '../require-caller.ts'
import { unknownFieldsRefusal } from './unknown-fields.ts'

/**
 * GET /api/v1/creations/{id}/export?format=docx[&label=off][&notes=true][&version=ver_…]: a version as a file. The apps add `app=web`, which says
 * whose cookies count; API callers send a bearer token.
 */
export function exportEndpoint(parts: ContextParts): RequestHandler {
  const inTurn = createTurnsByKey({
    atOnce: 1,
    queue: { mayWait: mayWaitEach, refusal: () => new AppError('EXPORT_UNAVAILABLE', { retryAfterSeconds: 10 }) },
  })
  return async (req, res) => {
    const { format, label, notes, version, app, ...others } = req.query
    res.locals['nameOf'] = (path: string) => names[path] ?? path
    const limits = limitsWithHeaders(parts.limits, res)
    const ctx = createContext(
      { ...parts, limits },
      { req, res },
      { app: typeof app === 'string' ? app : null, isStreamed: false },
    )
    const { user } = await requireCaller(ctx, 'creations:read')
    const refusal = unknownFieldsRefusal(Object.keys(others).map((name) => [name]))
    if (refusal) throw refusal
    const input = exportCreationInput.parse({
      creationId: req.params['creation_id'],
      format,
      label,
      notes,
      versionId: version,
    })
    const leaving = new AbortController()
    res.once('close', () => leaving.abort())
    const call = { ...input, userId: user.id, signal: leaving.signal }
    const file = await inTurn(user.id, () =>
      exportCreation({ ...ctx.domain, writeDocument: parts.writeDocument }, call),
    ).catch((cause: unknown) => {
      if (leaving.signal.aborted) return null
      throw cause
    })
    if (file === null) return
    res
      .status(200)
      .set({
        'content-type': file.mediaType,
        'content-disposition': contentDisposition('attachment', file.name, 'creation'),
        'content-length': String(file.bytes.byteLength),
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      })
      .end(Buffer.from(file.bytes))
  }
}

/** Files that one person may wait for, one being made. */
const mayWaitEach = 4

/** What the input's properties are called in the address. */
const names: Readonly<Record<string, string>> = { creationId: 'creation_id', versionId: 'version' }
