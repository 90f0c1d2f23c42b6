import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import http from 'node:http'
import { addPerson } from '../../e2e/support/person.ts'
import type { Person } from '../../e2e/support/person.ts'
import type { Stack } from '../../e2e/support/stack.ts'
import { mp4 } from '@mozhou/integrations/files/testing/media-samples'
import { cpuSeconds } from './cpu-seconds.ts'

export interface UploadSpeedRow {
  way: string
  megabytes: number
  megabytesPerSecond: number
  /** Of the API's processor, for a hundred megabytes, its store and hash included. */
  cpuSecondsPer100: number
}

const bytes = 400_000_000
/** As the web sends them. */
const partBytes = 16_000_000
const rounds = 3
const writeBytes = 1_000_000
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })

/** One person's film of 400 MB over loopback, until it is a file: at once, and in parts. The best of three, as other work only takes. */
export async function benchUploadSpeed(stack: Stack): Promise<UploadSpeedRow[]> {
  const atOnce: UploadSpeedRow[] = []
  const inParts: UploadSpeedRow[] = []
  for (let round = 0; round < rounds; round += 1) {
    const person = await addPerson(stack)
    // Made before the clock runs.
    const [first, second] = [film(), film()]
    atOnce.push(await measure(stack, 'in one request', () => sendAtOnce(person, first)))
    inParts.push(await measure(stack, 'in parts of 16 MB', () => sendInParts(person, second)))
  }
  return [best(atOnce), best(inParts)]
}

function best(rows: readonly UploadSpeedRow[]): UploadSpeedRow {
  const [first, ...others] = rows
  if (!first) throw new Error('nothing was measured')
  return others.reduce((found, row) => (row.megabytesPerSecond > found.megabytesPerSecond ? row : found), first)
}

async function measure(stack: Stack, way: string, send: () => Promise<void>): Promise<UploadSpeedRow> {
  const cpuBefore = cpuSeconds(stack.api.pid())
  const start = performance.now()
  await send()
  const seconds = (performance.now() - start) / 1_000
  const cpu = cpuSeconds(stack.api.pid()) - cpuBefore
  const megabytes = bytes / 1_000_000
  return { way, megabytes, megabytesPerSecond: megabytes / seconds, cpuSecondsPer100: (cpu / megabytes) * 100 }
}

async function sendAtOnce({ api }: Person, body: Uint8Array): Promise<void> {
  const headers = { authorization: `Bearer ${api.token}`, 'content-type': 'application/octet-stream' }
  const { status } = await send(new URL('/api/v1/files', api.eventsUrl('gen_1')), { method: 'PUT', headers, body })
  if (status !== 200) throw new Error(`the film was answered with ${status}`)
}

async function sendInParts({ api }: Person, body: Uint8Array): Promise<void> {
  const headers = { authorization: `Bearer ${api.token}`, 'tus-resumable': '1.0.0' }
  const address = (path: string) => new URL(path, api.eventsUrl('gen_1'))
  const begun = await send(address('/api/v1/files/uploads'), {
    method: 'POST',
    headers: { ...headers, 'upload-length': String(body.byteLength) },
    body: new Uint8Array(),
  })
  for (let offset = 0; offset < body.byteLength; offset += partBytes) {
    const { status } = await send(address(begun.location), {
      method: 'PATCH',
      headers: {
        ...headers,
        'content-type': 'application/offset+octet-stream',
        'upload-offset': String(offset),
      },
      body: body.subarray(offset, offset + partBytes),
    })
    if (status !== 204) throw new Error(`a part was answered with ${status}`)
  }
}

interface Sent {
  method: string
  headers: Record<string, string>
  body: Uint8Array
}

/** Straight from memory: `fetch` copies a body whole before it sends it, on the cores that the API is measured on. */
async function send(url: URL, { method, headers, body }: Sent): Promise<{ status: number; location: string }> {
  const request = http.request(url, { method, headers: { ...headers, 'content-length': body.byteLength }, agent })
  const answered = once(request, 'response') as Promise<[http.IncomingMessage]>
  for (let at = 0; at < body.byteLength; at += writeBytes)
    if (!request.write(body.subarray(at, at + writeBytes))) await once(request, 'drain')
  request.end()
  const [answer] = await answered
  answer.resume()
  await once(answer, 'end')
  return { status: answer.statusCode ?? 0, location: answer.headers.location ?? '' }
}

/** A film of its own, so that nobody finds its bytes stored already. */
function film(): Uint8Array<ArrayBuffer> {
  const file = new Uint8Array(mp4(bytes))
  file.set(randomBytes(1_000), file.length - 1_000)
  return file
}
