import { randomBytes } from 'node:crypto'
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

/** One person's film of 400 MB over loopback, until it is a file: at once, and in parts. The best of three, as other work only takes. */
export async function benchUploadSpeed(stack: Stack): Promise<UploadSpeedRow[]> {
  const atOnce: UploadSpeedRow[] = []
  const inParts: UploadSpeedRow[] = []
  for (let round = 0; round < rounds; round += 1) {
    const person = await addPerson(stack)
    atOnce.push(await measure(stack, 'in one request', () => sendAtOnce(person, film())))
    inParts.push(await measure(stack, 'in parts of 16 MB', () => sendInParts(person, film())))
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

async function sendAtOnce({ api }: Person, body: Uint8Array<ArrayBuffer>): Promise<void> {
  const headers = { authorization: `Bearer ${api.token}`, 'content-type': 'application/octet-stream' }
  const answer = await fetch(new URL('/api/v1/files', api.eventsUrl('gen_1')), { method: 'PUT', headers, body })
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`)
}

async function sendInParts({ api }: Person, body: Uint8Array<ArrayBuffer>): Promise<void> {
  const headers = { authorization: `Bearer ${api.token}`, 'tus-resumable': '1.0.0' }
  const address = (path: string) => new URL(path, api.eventsUrl('gen_1'))
  const begun = await fetch(address('/api/v1/files/uploads'), {
    method: 'POST',
    headers: { ...headers, 'upload-length': String(body.byteLength) },
  })
  const path = begun.headers.get('location') ?? ''
  for (let offset = 0; offset < body.byteLength; offset += partBytes) {
    const answer = await fetch(address(path), {
      method: 'PATCH',
      headers: {
        ...headers,
        'content-type': 'application/offset+octet-stream',
        'upload-offset': String(offset),
      },
      body: body.slice(offset, offset + partBytes),
    })
    if (answer.status !== 204) throw new Error(`${answer.status} ${await answer.text()}`)
  }
}

/** A film of its own, so that nobody finds its bytes stored already. */
function film(): Uint8Array<ArrayBuffer> {
  const file = new Uint8Array(mp4(bytes))
  file.set(randomBytes(1_000), file.length - 1_000)
  return file
}
