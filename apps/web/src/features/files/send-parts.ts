import type { FileDto } from '@mozhou/contracts/files/answers'
import { restError } from '@mozhou/ui/wire/wire-error'
import type { HttpAnswer, SendHttp } from './http-call.ts'
import type { Sending } from './send-file.ts'
import { modifiedAtOf } from './same-file.ts'
import { UploadRefused } from './send-file.ts'
import type { UploadMemory } from './upload-memory.ts'

/** Larger files are sent in parts, and can be paused. */
export const partsFrom = 8_000_000
/** Short enough for the slowest of lines to get one through before anybody's time-out. */
const partBytes = 16_000_000
const uploadsPath = '/api/v1/files/uploads'
const version = { 'tus-resumable': '1.0.0' }
/** Between tries while nothing gets through; another byte begins them anew. */
const pausesMs = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000]

export interface PartsWorld {
  http: SendHttp
  memory: UploadMemory
  readFile: (fileId: string) => Promise<FileDto>
  pause: (ms: number, signal: AbortSignal) => Promise<void>
}

/** Where an upload stands; `gone`: nobody knows it any more. */
type Standing = { kind: 'at'; offset: number; fileId: string | null } | { kind: 'gone' }

/**
 * A file in parts (tus 1.0.0), from where it stands: whatever breaks the line is waited out, and the server asked how far it came.
 * @throws UploadRefused; DOMException when it was paused or cancelled
 */
export async function sendInParts(world: PartsWorld, sending: Sending): Promise<FileDto> {
  let tries = 0
  let reached = -1
  for (;;) {
    try {
      return await sendFrom(world, sending, (offset) => {
        if (offset > reached) tries = 0
        reached = Math.max(reached, offset)
        sending.onBroken(false)
      })
    } catch (cause) {
      const pauseMs = pausesMs[tries]
      if (!(cause instanceof UploadRefused) || !isPassing(cause) || pauseMs === undefined) throw cause
      tries += 1
      sending.onBroken(true)
      await world.pause(pauseMs, sending.signal)
    }
  }
}

/** Gives up what was begun of a file. Where that does not come through, it ends by itself. */
export async function giveUp({ http, memory }: Pick<PartsWorld, 'http' | 'memory'>, file: File): Promise<void> {
  const path = memory.find(file)
  if (path === null) return
  memory.forget(file)
  await http({ method: 'DELETE', path, headers: version })
}

export const uploadPath = (uploadId: string) => `${uploadsPath}/${uploadId}`

/** One that is over already is ended as well. @throws UploadRefused */
export async function endUpload({ http }: Pick<PartsWorld, 'http'>, path: string): Promise<void> {
  const answer = await http({ method: 'DELETE', path, headers: version })
  if (answer.status !== 204 && answer.status !== 404) throw new UploadRefused(restError(answer.text))
}

async function sendFrom(world: PartsWorld, sending: Sending, onReached: (offset: number) => void): Promise<FileDto> {
  const { file, signal } = sending
  const known = world.memory.find(file)
  const standing: Standing = known === null ? { kind: 'gone' } : await askStanding(world, sending, known)
  const path = known === null || standing.kind === 'gone' ? await begin(world, sending) : known
  let { offset, fileId } = standing.kind === 'gone' ? { offset: 0, fileId: null } : standing
  while (fileId === null) {
    onReached(offset)
    sending.onProgress(offset)
    const from = offset
    const answer = await world.http({
      method: 'PATCH',
      path,
      headers: { ...version, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(from) },
      body: file.slice(from, from + partBytes),
      onProgress: (sent) => sending.onProgress(from + sent),
      signal,
    })
    refuseUnless(world, file, answer, 204)
    offset = offsetOf(answer)
    fileId = answer.header('upload-file')
  }
  world.memory.forget(file)
  return world.readFile(fileId)
}

async function begin({ http, memory }: PartsWorld, { file, key, signal }: Sending): Promise<string> {
  const headers = {
    ...version,
    'upload-length': String(file.size),
    'upload-metadata': metadataOf(file),
    'idempotency-key': key,
  }
  const answer = await http({ method: 'POST', path: uploadsPath, headers, signal })
  const path = answer.header('location')
  if (answer.status !== 201 || path === null) throw new UploadRefused(restError(answer.text))
  memory.keep(file, path)
  return path
}

/** @throws UploadRefused for what a last part was refused with, which the answer to such a question has no words for */
async function askStanding(world: PartsWorld, { file, signal }: Sending, path: string): Promise<Standing> {
  const answer = await world.http({ method: 'HEAD', path, headers: version, signal })
  if (answer.status === 404) return { kind: 'gone' }
  if (answer.status === 0) throw new UploadRefused(restError(''))
  if (answer.status === 200) return { kind: 'at', offset: offsetOf(answer), fileId: answer.header('upload-file') }
  const headers = { ...version, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(file.size) }
  const told = await world.http({ method: 'PATCH', path, headers, signal })
  refuseUnless(world, file, told, 204)
  return { kind: 'at', offset: offsetOf(told), fileId: told.header('upload-file') }
}

const offsetOf = (answer: HttpAnswer) => Number(answer.header('upload-offset'))

/** What will be refused again is begun anew, should somebody try; everything else goes on where it is. */
function refuseUnless({ memory }: PartsWorld, file: File, answer: HttpAnswer, wanted: number): void {
  if (answer.status === wanted) return
  const refused = new UploadRefused(restError(answer.text))
  if ([400, 404, 413, 415].includes(answer.status)) memory.forget(file)
  throw refused
}

/** What goes better in a moment: a line that is broken, a server that is busy or away, a part that came twice. */
const passing: ReadonlySet<string> = new Set([
  'NETWORK',
  'FILES_BUSY',
  'FILE_CUT_OFF',
  'UPLOAD_OFFSET_DIFFERS',
  'RATE_LIMITED',
  'SERVICE_UNAVAILABLE',
  'INTERNAL',
])
const isPassing = ({ shown }: UploadRefused) => passing.has(shown.code)

function metadataOf(file: File): string {
  const said = { name: file.name, modifiedAt: modifiedAtOf(file) }
  return Object.entries(said)
    .flatMap(([key, value]) => (value === null ? [] : `${key} ${base64(value)}`))
    .join(',')
}

/** UTF-8 in Base64. */
const base64 = (words: string) => btoa(String.fromCodePoint(...new TextEncoder().encode(words)))
