import { timingSafeEqual } from 'node:crypto'
import { AppError } from '@mozhou/contracts/errors'
import { formatId, parseId } from '@mozhou/contracts/ids'
import type { FilesContext } from './files-context.ts'

/** `show`: in a page; `download`: saved under its name. */
export type LinkUse = 'show' | 'download'

/** Which bytes of the file: what a person gets of it, or a thumbnail. */
export const linkParts = ['file', 'card', 'icon'] as const
export type LinkPart = (typeof linkParts)[number]

export interface FileLink {
  fileId: string
  part: LinkPart
  use: LinkUse
  /** One set of bytes made for one download, in place of what the file usually gives. */
  assetId?: string
  /** In place of what its use gives: whoever saves by hand, or a platform that fetches, takes longer. */
  livesForMs?: number
}

/** As it arrives: nothing of it is believed before the signature is. */
export interface SentLink {
  file: string
  part: string
  use: string
  asset: string
  expires: string
  signature: string
}

const lifetimeMs: Record<LinkUse, number> = { show: 15 * 60_000, download: 5 * 60_000 }
/** Links that are made within the same five minutes are the same, so that a browser's cache knows them. */
const stepMs = 5 * 60_000

type LinkContext = Pick<FilesContext, 'secrets' | 'clock'>

/** An address on the API's host, without the host: `/f/fil_…?…`. Whoever has it may fetch the bytes until it ends. */
export function signFileLink(ctx: LinkContext, link: FileLink): { url: string; expiresAt: Date } {
  const livesForMs = link.livesForMs ?? lifetimeMs[link.use]
  const expiresAt = new Date(Math.ceil((ctx.clock.now().getTime() + livesForMs) / stepMs) * stepMs)
  const file = formatId('file', link.fileId)
  const asset = link.assetId === undefined ? '' : formatId('file', link.assetId)
  const expires = String(expiresAt.getTime() / 1_000)
  const [mark] = ctx.secrets.marks(signedText({ file, part: link.part, use: link.use, asset, expires }), purpose)
  const query = new URLSearchParams({ part: link.part, use: link.use, ...(asset && { asset }), expires })
  query.set('signature', Buffer.from(mark).toString('base64url'))
  return { url: `/f/${file}?${query.toString()}`, expiresAt }
}

/** @throws AppError FILE_LINK_INVALID for one that we did not sign so, FILE_LINK_EXPIRED */
export function readFileLink(ctx: LinkContext, sent: SentLink): FileLink {
  const signature = Buffer.from(sent.signature, 'base64url')
  // Keys rotate: whatever opens secrets still signs for as long as its links live.
  const isSigned = ctx.secrets
    .marks(signedText(sent), purpose)
    .some((mark) => mark.byteLength === signature.byteLength && timingSafeEqual(mark, signature))
  const fileId = parseId('file', sent.file)
  const part = linkParts.find((one) => one === sent.part)
  const use = sent.use === 'show' || sent.use === 'download' ? sent.use : null
  if (!isSigned || fileId === null || part === undefined || use === null) throw new AppError('FILE_LINK_INVALID')
  if (Number(sent.expires) * 1_000 <= ctx.clock.now().getTime()) throw new AppError('FILE_LINK_EXPIRED')
  const assetId = sent.asset === '' ? null : parseId('file', sent.asset)
  return { fileId, part, use, ...(assetId !== null && { assetId }) }
}

const purpose = 'file link'

/** No part can hold a line's end that would move what comes after it: the signed ones are made by us. */
const signedText = ({ file, part, use, asset, expires }: Omit<SentLink, 'signature'>) =>
  ['GET', file, part, use, asset, expires].join('\n')
