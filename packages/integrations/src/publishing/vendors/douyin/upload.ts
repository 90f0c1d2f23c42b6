import type { PlatformPackage } from '@mozhou/platforms/platform-package'
import type { AccountAccess } from '../../account-access.ts'
import { pictureTypes, wanted } from '../../assisted/media-needs.ts'
import type { MediaFile, MediaWanted, Prepared, UploadState } from '../../media-port.ts'
import { idIn, missingIn, recordIn } from '../../platform-call.ts'
import { isCode } from '../../platform-error.ts'
import type { PublishInput, PublishingTarget } from '../../port.ts'
import { formOf, uploadEach } from '../../upload-each.ts'
import { call } from './client.ts'
import { vendor } from './errors.ts'

const MiB = 1_048_576
const partBytes = 10 * MiB
/** Parts are advised above 50 MiB, and demanded above 128; smaller ones lose less when a connection breaks. */
const oneGoBytes = 24 * MiB

interface PartsUpload {
  mediaId: string
  size: number
  uploadId: string
  /** How many were taken, from the first. */
  parts: number
}

export interface DouyinUploads {
  version: 1
  /** Films and pictures by their ids here. */
  uploaded: Readonly<Record<string, string>>
  parts: PartsUpload | null
}

export function readUploads(state: UploadState | null): DouyinUploads {
  const { uploaded = {}, parts = null } = (state ?? {}) as Partial<DouyinUploads>
  return { version: 1, uploaded, parts }
}

/** For the app on a phone everything lies at a public address, for the interface it is sent. */
export function mediaWanted(pkg: PlatformPackage): MediaWanted[] {
  const needsPublicUrl = pkg.route === 'handoff'
  return wanted(pkg, (roles) =>
    roles.includes('video')
      ? { mimeTypes: ['video/mp4'], maxBytes: 4 * 1024 * MiB, needsPublicUrl }
      : { mimeTypes: pictureTypes, maxBytes: 20 * MiB, needsPublicUrl: needsPublicUrl && pkg.contentType !== 'video' },
  )
}

export interface Preparing {
  target: PublishingTarget
  access: AccountAccess
  input: PublishInput
  save(uploads: UploadState): Promise<void>
  signal: AbortSignal
}

export async function prepare(preparing: Preparing, from: UploadState | null): Promise<Prepared> {
  const { input, signal, save } = preparing
  let uploads = readUploads(from)
  const keep = async (next: DouyinUploads) => {
    uploads = next
    await save({ ...next })
  }
  const isFilm = input.package.contentType === 'video'
  const refusals = await uploadEach({
    vendor,
    wanted: mediaWanted(input.package),
    files: input.media,
    signal,
    async upload(file, { roles }) {
      if (uploads.uploaded[file.id] !== undefined) return
      // A film's cover is one of its own pictures here.
      if (isFilm && !roles.includes('video')) return
      const id = isFilm
        ? await uploadFilm(preparing, file, { read: () => uploads, keep })
        : await uploadPicture(preparing, file)
      await keep({ version: 1, uploaded: { ...uploads.uploaded, [file.id]: id }, parts: null })
    },
  })
  const state = { ...uploads }
  return refusals.length > 0 ? { state: 'refused', uploads: state, refusals } : { state: 'ready', uploads: state }
}

const base = '/api/douyin/v1/video'

async function uploadPicture({ target, access, signal }: Preparing, file: MediaFile): Promise<string> {
  const body = await formOf('image', file)
  const reply = await call(
    target,
    access,
    { path: `${base}/upload_image/`, mode: 'safe', method: 'POST', body },
    signal,
  )
  const id = idIn(recordIn(recordIn(reply.body.data).image).image_id)
  if (id === null) throw missingIn(vendor, 'safe', 'image_id')
  return id
}

const videoIdIn = (body: Readonly<Record<string, unknown>>): string => {
  const id = idIn(recordIn(recordIn(body.data).video).video_id)
  if (id === null) throw missingIn(vendor, 'safe', 'video_id')
  return id
}

interface Kept {
  read(): DouyinUploads
  keep(uploads: DouyinUploads): Promise<void>
}

async function uploadFilm(preparing: Preparing, file: MediaFile, kept: Kept): Promise<string> {
  const { target, access, signal } = preparing
  if (file.size > oneGoBytes) return uploadInParts(preparing, file, kept)
  const body = await formOf('video', file)
  const request = { path: `${base}/upload_video/`, mode: 'safe', method: 'POST', body } as const
  return videoIdIn((await call(target, access, request, signal)).body)
}

async function uploadInParts(preparing: Preparing, file: MediaFile, kept: Kept): Promise<string> {
  const { parts: old } = kept.read()
  const isOld = old?.mediaId === file.id && old.size === file.size
  try {
    return await sendParts(preparing, file, kept, isOld ? old : await begin(preparing, file, kept))
  } catch (error) {
    // An upload that was begun too long ago is unknown there: from the first byte.
    if (!isOld || !isCode(error, '28001007', '2100005')) throw error
    return sendParts(preparing, file, kept, await begin(preparing, file, kept))
  }
}

async function begin(
  { target, access, signal }: Preparing,
  file: MediaFile,
  { read, keep }: Kept,
): Promise<PartsUpload> {
  const request = { path: `${base}/init_video_part_upload/`, mode: 'safe', method: 'POST' } as const
  const { body } = await call(target, access, request, signal)
  const uploadId = idIn(recordIn(body.data).upload_id)
  if (uploadId === null) throw missingIn(vendor, 'safe', 'upload_id')
  const parts = { mediaId: file.id, size: file.size, uploadId, parts: 0 }
  await keep({ ...read(), parts })
  return parts
}

/** The last part takes the rest along: none may be smaller than 5 MiB. */
async function sendParts(
  { target, access, signal }: Preparing,
  file: MediaFile,
  { read, keep }: Kept,
  started: PartsUpload,
) {
  const count = Math.max(1, Math.floor(file.size / partBytes))
  let parts = started
  for (let at = parts.parts; at < count; at += 1) {
    signal.throwIfAborted()
    const end = at === count - 1 ? file.size : (at + 1) * partBytes
    const body = new FormData()
    const bytes = new Uint8Array(await file.read(at * partBytes, end))
    body.append('video', new Blob([bytes], { type: file.mimeType }), 'part.mp4')
    const query = { upload_id: parts.uploadId, part_number: String(at + 1) }
    const request = { path: `${base}/upload_video_part/`, mode: 'safe', method: 'POST', query, body } as const
    await call(target, access, request, signal)
    parts = { ...parts, parts: at + 1 }
    await keep({ ...read(), parts })
  }
  const query = { upload_id: parts.uploadId }
  const request = { path: `${base}/complete_video_part_upload/`, mode: 'safe', method: 'POST', query } as const
  return videoIdIn((await call(target, access, request, signal)).body)
}
