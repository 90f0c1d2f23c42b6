import { mediaAddress } from '@mozhou/platforms/media-address'
import type { PlatformPackage } from '@mozhou/platforms/platform-package'
import type { AccountAccess } from '../../account-access.ts'
import { pictureTypes, wanted } from '../../assisted/media-needs.ts'
import type { MediaFile, MediaWanted, Prepared, UploadState } from '../../media-port.ts'
import { hashOf, idIn, missingIn, textIn } from '../../platform-call.ts'
import { isCode, refusedHere } from '../../platform-error.ts'
import type { PublishInput, PublishingTarget } from '../../port.ts'
import { formOf, uploadEach } from '../../upload-each.ts'
import { call } from './client.ts'
import { vendor } from './errors.ts'

const MiB = 1_048_576

/** Pictures within a text are an address, covers and sets are material. */
export interface WechatUploads {
  version: 1
  addresses: Readonly<Record<string, string>>
  materials: Readonly<Record<string, string>>
  /** The draft that was made of the package with this hash. */
  draft: { id: string; of: string } | null
}

export function readUploads(state: UploadState | null): WechatUploads {
  const { addresses = {}, materials = {}, draft = null } = (state ?? {}) as Partial<WechatUploads>
  return { version: 1, addresses, materials, draft }
}

export const mediaWanted = (pkg: PlatformPackage): MediaWanted[] =>
  wanted(pkg, (roles) => ({
    mimeTypes: pictureTypes,
    // One that is cover and stands in the text as well is uploaded in both forms.
    maxBytes: roles.includes('body') ? MiB : 10 * MiB,
    needsPublicUrl: false,
  }))

export interface Preparing {
  target: PublishingTarget
  access: AccountAccess
  input: PublishInput
  save(uploads: UploadState): Promise<void>
  signal: AbortSignal
}

export async function uploadPictures(preparing: Preparing, from: UploadState | null): Promise<Prepared> {
  const { input, save, signal } = preparing
  let uploads = readUploads(from)
  const keep = (next: WechatUploads) => save({ ...(uploads = next) })
  const refusals = await uploadEach({
    vendor,
    wanted: mediaWanted(input.package),
    files: input.media,
    signal,
    async upload(file, { roles }) {
      if (roles.includes('body') && uploads.addresses[file.id] === undefined) {
        const url = await uploadToBody(preparing, file)
        await keep({ ...uploads, addresses: { ...uploads.addresses, [file.id]: url } })
      }
      if (roles.some((role) => role !== 'body') && uploads.materials[file.id] === undefined) {
        const id = await uploadMaterial(preparing, file)
        await keep({ ...uploads, materials: { ...uploads.materials, [file.id]: id } })
      }
    },
  })
  if (refusals.length > 0) return { state: 'refused', uploads: { ...uploads }, refusals }
  return { state: 'ready', uploads: { ...uploads } }
}

async function uploadToBody({ target, access, signal }: Preparing, file: MediaFile): Promise<string> {
  const body = await formOf('media', file)
  const reply = await call(target, access, { path: 'cgi-bin/media/uploadimg', mode: 'safe', body }, signal)
  const url = textIn(reply.body.url)
  if (url === null) throw missingIn(vendor, 'safe', 'url')
  return url
}

async function uploadMaterial({ target, access, signal }: Preparing, file: MediaFile): Promise<string> {
  const body = await formOf('media', file)
  const path = 'cgi-bin/material/add_material?type=image'
  const reply = await call(target, access, { path, mode: 'safe', body }, signal)
  const id = idIn(reply.body.media_id)
  if (id === null) throw missingIn(vendor, 'safe', 'media_id')
  return id
}

/** @throws VendorError `invalid_request` for a picture that was not uploaded */
export function articleOf(pkg: PlatformPackage, uploads: WechatUploads): Record<string, unknown> {
  const { title, author, digest, cover, contentType } = pkg
  const common = { title, ...(author !== null && author !== '' && { author }), need_open_comment: 0 }
  if (contentType === 'image_text') {
    const set = mediaWanted(pkg).filter(({ roles }) => roles.includes('set'))
    const list = set.map(({ id }) => ({ image_media_id: materialOf(uploads, id) }))
    const content = pkg.body.form === 'text' ? pkg.body.text : ''
    return { ...common, article_type: 'newspic', content, image_info: { image_list: list } }
  }
  if (cover === null) throw refusedHere(vendor, 'cover_missing')
  const html = pkg.body.form === 'html' ? pkg.body.html : ''
  const content = withAddresses(html, uploads.addresses)
  return { ...common, article_type: 'news', digest, content, thumb_media_id: materialOf(uploads, cover) }
}

function materialOf({ materials }: WechatUploads, id: string): string {
  const material = materials[id]
  if (material === undefined) throw refusedHere(vendor, 'not_prepared', id)
  return material
}

function withAddresses(html: string, addresses: Readonly<Record<string, string>>): string {
  let filled = html
  for (const [id, url] of Object.entries(addresses))
    filled = filled.replaceAll(`"${mediaAddress(id)}"`, `"${url.replaceAll('&', '&amp;')}"`)
  if (/src="media:/u.test(filled)) throw refusedHere(vendor, 'not_prepared')
  return filled
}

/** A draft is seen by nobody but its author; one that was made and never heard of stays there, unused. */
export async function addDraft(
  { target, access, input, signal }: Omit<Preparing, 'save'>,
  uploads: WechatUploads,
  mode: 'submit' | 'safe',
) {
  const body = { articles: [articleOf(input.package, uploads)] }
  const reply = await call(target, access, { path: 'cgi-bin/draft/add', mode, body }, signal)
  const id = idIn(reply.body.media_id)
  if (id === null) throw missingIn(vendor, mode, 'media_id')
  return { id, evidence: reply.evidence }
}

export const packageHash = (pkg: PlatformPackage): string => hashOf(JSON.stringify(pkg))

/** Pictures, and for publishing the draft, so that the submit is one call. */
export async function prepare(preparing: Preparing, from: UploadState | null): Promise<Prepared> {
  const prepared = await uploadPictures(preparing, from)
  const { input, save } = preparing
  if (prepared.state === 'refused' || input.package.route !== 'api') return prepared
  const uploads = readUploads(prepared.uploads)
  const of = packageHash(input.package)
  if (uploads.draft?.of === of && (await isThere(preparing, uploads.draft.id))) return prepared
  const { id } = await addDraft(preparing, uploads, 'safe')
  const next: UploadState = { ...uploads, draft: { id, of } }
  await save(next)
  return { state: 'ready', uploads: next }
}

/** Its author may have thrown it away between two attempts. */
async function isThere({ target, access, signal }: Preparing, draftId: string): Promise<boolean> {
  try {
    await call(target, access, { path: 'cgi-bin/draft/get', mode: 'safe', body: { media_id: draftId } }, signal)
    return true
  } catch (error) {
    if (isCode(error, '40007')) return false
    throw error
  }
}
