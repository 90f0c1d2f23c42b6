import { fileLinkInput } from '@mozhou/contracts/files/inputs'
import { linkFile } from '@mozhou/domain/files/link-file'
import type { RequestHandler } from 'express'
import { createContext } from '../context.ts'
import type { ContextParts } from '../context.ts'
import { requireCaller } from '../require-caller.ts'
import { limitsWithHeaders } from './limit-headers.ts'
import { unknownFieldsRefusal } from './unknown-fields.ts'

/**
 * GET /api/v1/files/{file_id}[?use=show][&format=webp][&size=1080]: on to the file's bytes, by an address that lives for some minutes; a picture in the
 * format and size asked for. The apps add `app=web`, which says whose cookies count.
 */
export function fileEndpoint(parts: ContextParts): RequestHandler {
  return async (req, res) => {
    const { use, format, size, app, ...others } = req.query
    res.locals['nameOf'] = (path: string) => (path === 'fileId' ? 'file_id' : path)
    const limits = limitsWithHeaders(parts.limits, res)
    const opening = { app: typeof app === 'string' ? app : null, isStreamed: false }
    const ctx = createContext({ ...parts, limits }, { req, res }, opening)
    const { user } = await requireCaller(ctx, 'files:read')
    const refusal = unknownFieldsRefusal(Object.keys(others).map((name) => [name]))
    if (refusal) throw refusal
    const input = fileLinkInput.parse({ fileId: req.params['file_id'], use, format, size })
    const { url } = await linkFile(ctx.domain, { ...input, userId: user.id })
    res.setHeader('cache-control', 'no-store').redirect(302, url)
  }
}
