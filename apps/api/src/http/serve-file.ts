import { pipeline } from 'node:stream/promises'
import { networkOf } from '@mozhou/domain/accounts/network-of'
import { readFileLink } from '@mozhou/domain/files/file-links'
import { findBytes, openBytes } from '@mozhou/domain/files/open-file'
import type { FoundBytes } from '@mozhou/domain/files/open-file'
import type { Request, RequestHandler, Response } from 'express'
import type { ContextParts } from '../context.ts'
import { readRange } from './byte-range.ts'
import { contentDisposition } from './content-disposition.ts'

/** As long as a link lives at least: what lies under a hash never changes, and a link that ended is asked for no more. */
const cacheSeconds = 900

/**
 * GET /f/fil_…?part=…&use=…&expires=…&signature=…: the bytes that a link was signed for. No cookie is read and no page of ours runs here: a browser
 * may show pictures and play what moves or sounds, and whatever else is in them stays data.
 */
export function serveFile({ domain, limits }: ContextParts): RequestHandler {
  return async (req, res) => {
    await limits.consume('address', networkOf(req.ip ?? 'unknown'))
    const text = (name: string) => (typeof req.query[name] === 'string' ? req.query[name] : '')
    const link = readFileLink(domain, {
      file: String(req.params['file']),
      part: text('part'),
      use: text('use'),
      asset: text('asset'),
      expires: text('expires'),
      signature: text('signature'),
    })
    const found = await findBytes(domain, link)
    const etag = `"${found.sha256}"`
    setHeaders(res, found, etag, link.use === 'show' && isShown(found.mediaType) ? 'inline' : 'attachment')
    if (isKnown(req, etag)) {
      res.status(304).end()
      return
    }
    // A range of another version is a range of nothing.
    const isSame = req.get('if-range') === undefined || req.get('if-range') === etag
    const asked = readRange(isSame ? req.get('range') : undefined, found.bytes)
    if (asked.kind === 'none') {
      res.status(416).set('content-range', `bytes */${found.bytes}`).end()
      return
    }
    const range = asked.kind === 'part' ? asked.range : { start: 0, end: found.bytes - 1 }
    if (asked.kind === 'part') res.status(206).set('content-range', `bytes ${range.start}-${range.end}/${found.bytes}`)
    res.set('content-length', String(range.end - range.start + 1))
    if (req.method === 'HEAD') {
      res.end()
      return
    }
    const stream = await openBytes(domain, found.sha256, range)
    await pipeline(stream, res).catch((cause: unknown) => {
      // They went away, or wanted no more.
      if (!res.destroyed) throw cause
    })
  }
}

/** What a page may hold; documents are saved, whatever the link says. */
const isShown = (mediaType: string) => /^(?:image|video|audio)\//.test(mediaType)

function setHeaders(res: Response, { mediaType, name }: FoundBytes, etag: string, use: 'inline' | 'attachment'): void {
  res.set({
    'content-type': mediaType,
    'content-disposition': contentDisposition(use, name, 'file'),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': `private, max-age=${cacheSeconds}, immutable`,
    'accept-ranges': 'bytes',
    etag,
  })
}

function isKnown(req: Request, etag: string): boolean {
  const known = (req.get('if-none-match') ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''))
  return known.includes(etag) || known.includes('*')
}
