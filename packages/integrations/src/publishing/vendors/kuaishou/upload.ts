import type { PlatformPackage } from '@mozhou/platforms/platform-package'
import { pictureTypes, wanted } from '../../assisted/media-needs.ts'
import type { AccountAccess } from '../../account-access.ts'
import type { MediaFile, MediaWanted, Prepared, UploadState } from '../../media-port.ts'
import { callPlatform, missingIn, textIn, timeoutsOf, type PlatformRequest } from '../../platform-call.ts'
import { isCode, refusalOf, refusedHere } from '../../platform-error.ts'
import type { PublishInput, PublishingTarget } from '../../port.ts'
import { uploadEach, wholeOf } from '../../upload-each.ts'
import { call, dialect } from './client.ts'
import { notUploadedCodes, vendor } from './errors.ts'

const MiB = 1_048_576

export const fragmentBytes = 4 * MiB
/** Larger ones go in fragments. */
const oneGoBytes = 8 * MiB
/** Theirs lapse at some time that they do not name; one of yesterday is not counted upon. */
const tokenLivesMs = 12 * 3_600_000

export interface FilmUpload {
  mediaId: string
  size: number
  token: string
  endpoint: string
  startedAt: string
  /** How many fragments were taken, from the first. */
  fragments: number
  isDone: boolean
}

export interface KuaishouUploads {
  version: 1
  film: FilmUpload | null
}

export const readUploads = (state: UploadState | null): KuaishouUploads => ({
  version: 1,
  film: (state as Partial<KuaishouUploads> | null)?.film ?? null,
})

export const mediaWanted = (pkg: PlatformPackage): MediaWanted[] =>
  wanted(pkg, (roles) =>
    roles.includes('video')
      ? { mimeTypes: ['video/mp4'], maxBytes: 4 * 1024 * MiB, needsPublicUrl: false }
      : { mimeTypes: pictureTypes, maxBytes: 10 * MiB, needsPublicUrl: false },
  )

export interface Preparing {
  target: PublishingTarget
  access: AccountAccess
  input: PublishInput
  save(uploads: UploadState): Promise<void>
  signal: AbortSignal
}

/** The cover goes along with the submit; here it is only looked at. */
export async function prepare(preparing: Preparing, from: UploadState | null): Promise<Prepared> {
  const { input, signal } = preparing
  let uploads = readUploads(from)
  const refusals = await uploadEach({
    vendor,
    wanted: mediaWanted(input.package),
    files: input.media,
    signal,
    async upload(file, { roles }) {
      if (roles.includes('video')) uploads = { version: 1, film: await uploadFilm(preparing, file, uploads.film) }
    },
  })
  if (refusals.length > 0) return { state: 'refused', uploads: { ...uploads }, refusals }
  if (uploads.film !== null) return { state: 'ready', uploads: { ...uploads } }
  const refusal = refusalOf(refusedHere(vendor, 'video_missing'))
  return { state: 'refused', uploads: { ...uploads }, refusals: [refusal] }
}

function isUsable(film: FilmUpload | null, file: MediaFile, now: Date): film is FilmUpload {
  if (film?.mediaId !== file.id || film.size !== file.size) return false
  return now.getTime() - Date.parse(film.startedAt) < tokenLivesMs
}

async function uploadFilm(preparing: Preparing, file: MediaFile, old: FilmUpload | null): Promise<FilmUpload> {
  if (!isUsable(old, file, preparing.target.clock.now())) return sendFilm(preparing, file, await begin(preparing, file))
  try {
    return await sendFilm(preparing, file, old)
  } catch (error) {
    // What was kept there has been thrown away: from the first byte.
    if (!isCode(error, ...notUploadedCodes)) throw error
    return sendFilm(preparing, file, await begin(preparing, file))
  }
}

async function begin({ target, access, save, signal }: Preparing, file: MediaFile): Promise<FilmUpload> {
  const path = '/openapi/photo/start_upload'
  const { body } = await call(target, access, { path, mode: 'safe', method: 'POST' }, signal)
  const [token, endpoint] = [textIn(body.upload_token), textIn(body.endpoint)]
  if (token === null || endpoint === null) throw missingIn(vendor, 'safe', 'upload_token')
  // It is a name of theirs, and becomes part of an address of ours.
  if (!/^[\w.-]+(?::\d+)?(?:\/[\w./-]*)?$/u.test(endpoint)) throw missingIn(vendor, 'safe', 'endpoint')
  const startedAt = target.clock.now().toISOString()
  const film = { mediaId: file.id, size: file.size, token, endpoint, startedAt, fragments: 0, isDone: false }
  await save({ version: 1, film })
  return film
}

function send(
  { target, signal }: Preparing,
  { endpoint, token }: FilmUpload,
  { path, query = {}, body }: { path: string; query?: Record<string, string>; body?: Uint8Array<ArrayBuffer> },
) {
  const scheme = target.network === 'private' ? 'http' : 'https'
  const parameters = new URLSearchParams({ upload_token: token, ...query }).toString()
  const request: PlatformRequest = {
    source: path.slice(1),
    mode: 'safe',
    method: 'POST',
    url: `${scheme}://${endpoint}${path}?${parameters}`,
    timeoutMs: timeoutsOf(target).uploadMs,
    ...(body && { body, headers: { 'content-type': 'video/mp4' } }),
  }
  return callPlatform(target, dialect, request, signal)
}

async function sendFilm(preparing: Preparing, file: MediaFile, started: FilmUpload): Promise<FilmUpload> {
  if (started.isDone) return started
  const isOneGo = file.size <= oneGoBytes
  const film = isOneGo ? started : await sendFragments(preparing, file, started)
  if (isOneGo) await send(preparing, film, { path: '/api/upload', body: await wholeOf(file) })
  else await send(preparing, film, { path: '/api/upload/complete', query: { fragment_count: String(film.fragments) } })
  const done = { ...film, isDone: true }
  await preparing.save({ version: 1, film: done })
  return done
}

/** In order, each remembered once it was taken; one that was sent twice is the same fragment to them. */
async function sendFragments(preparing: Preparing, file: MediaFile, started: FilmUpload): Promise<FilmUpload> {
  let film = started
  const count = Math.ceil(file.size / fragmentBytes)
  for (let at = film.fragments; at < count; at += 1) {
    preparing.signal.throwIfAborted()
    const bytes = await file.read(at * fragmentBytes, Math.min(file.size, (at + 1) * fragmentBytes))
    const query = { fragment_id: String(at) }
    await send(preparing, film, { path: '/api/upload/fragment', query, body: new Uint8Array(bytes) })
    film = { ...film, fragments: at + 1 }
    await preparing.save({ version: 1, film })
  }
  return film
}
