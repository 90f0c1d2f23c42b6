import { readFileSync } from 'node:fs'
import { addPerson } from '../../e2e/support/person.ts'
import { startStack } from '../../e2e/support/stack.ts'
import type { Stack } from '../../e2e/support/stack.ts'
import sharp from 'sharp'
import { benchUploadSpeed } from './upload-speed.ts'
import type { UploadSpeedRow } from './upload-speed.ts'

export interface UploadsRow {
  uploads: number
  megabytes: number
  taken: number
  seconds: number
  /** Resident memory of the API process, MiB: just started, when it has answered some hundred calls, and the most while they ran. */
  startMiB: number
  idleMiB: number
  mostMiB: number
  /** The slowest of the questions that somebody else asked meanwhile, ms. */
  slowestMs: number
}

const uploads = 10
const warmingCalls = 500

/** Ten people send pictures of 50 MB each at once, while another asks for their balance; then one sends as fast as may be. */
export async function benchUploads(): Promise<{ crowd: UploadsRow; speeds: UploadSpeedRow[] }> {
  const stack = await startStack()
  try {
    return { crowd: await benchCrowd(stack), speeds: await benchUploadSpeed(stack) }
  } finally {
    await stack.close()
  }
}

async function benchCrowd(stack: Stack): Promise<UploadsRow> {
  const people = await Promise.all(Array.from({ length: uploads }, () => addPerson(stack)))
  const other = await addPerson(stack)
  const url = new URL('/api/v1/files', other.api.eventsUrl('gen_1'))
  const pictures: Uint8Array<ArrayBuffer>[] = []
  for (let index = 0; index < uploads; index += 1) pictures.push(await largePicture())
  // Registrations fill memory with hashes of passwords; what uploads take is asked of a process that has done nothing else.
  await stack.api.stop()
  await stack.api.start()
  const startMiB = residentMiB(stack.api.pid())
  for (let call = 0; call < warmingCalls; call += 1) await other.api.balance()
  const idleMiB = residentMiB(stack.api.pid())
  let mostMiB = idleMiB
  let slowestMs = 0
  const watch = setInterval(() => void (mostMiB = Math.max(mostMiB, residentMiB(stack.api.pid()))), 50)
  const over = new AbortController()
  const start = performance.now()
  const asking = (async () => {
    while (!over.signal.aborted) {
      const asked = performance.now()
      await other.api.balance()
      slowestMs = Math.max(slowestMs, performance.now() - asked)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  })()
  const answers = await Promise.all(
    people.map(({ api }, index) =>
      fetch(url, {
        method: 'PUT',
        body: pictures[index] ?? null,
        headers: { authorization: `Bearer ${api.token}`, 'content-type': 'image/png' },
      }),
    ),
  )
  const seconds = (performance.now() - start) / 1_000
  over.abort()
  await asking
  clearInterval(watch)
  const megabytes = Math.round((pictures[0]?.byteLength ?? 0) / 1_000_000)
  const taken = answers.filter(({ ok }) => ok).length
  return { uploads, megabytes, taken, seconds, startMiB, idleMiB, mostMiB, slowestMs }
}

/** Of noise that nothing makes smaller, just below the most that a picture may have. */
async function largePicture(): Promise<Uint8Array<ArrayBuffer>> {
  const side = 4_060
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
  const bytes = await sharp({ create: { width: side, height: side, channels: 3, background: '#888', noise } })
    .png({ compressionLevel: 0 })
    .toBuffer()
  return new Uint8Array(bytes)
}

/** VmRSS of proc_pid_status(5). */
function residentMiB(pid: number): number {
  const [, kib = '0'] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kib) / 1_024
}
