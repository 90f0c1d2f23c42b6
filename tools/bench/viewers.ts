import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { addPerson } from '../../e2e/support/person.ts'
import { startStack } from '../../e2e/support/stack.ts'
import type { Stack } from '../../e2e/support/stack.ts'
import { cpuSeconds } from './cpu-seconds.ts'

export interface ViewersRow {
  viewers: number
  /** Resident memory of the API process, MiB: before anyone watches, and with all of them watching. */
  idleMiB: number
  watchingMiB: number
  kibPerViewer: number
  /** From the first viewer's first token to the last one's, ms. */
  firstTokenSpreadMs: number
  /** From the first viewer's `done` to the last one's, ms. */
  spreadMs: number
  /** Viewers that got `done`. */
  finished: number
  /** Of the API process, over the whole text. */
  cpuMsPerViewer: number
}

/** Until the last of so many has come: all are there before the first token. */
const arrivalMsPerViewer = 3

/** Everybody watches one slow text on one API process, to its end. */
export async function benchViewers(counts: readonly number[] = [1_000, 5_000]): Promise<ViewersRow[]> {
  const rows: ViewersRow[] = []
  for (const viewers of counts) {
    // A fresh process each: what one crowd leaves behind must not count for the next.
    const stack = await startStack()
    try {
      rows.push(await measure(stack, viewers))
    } finally {
      await stack.close()
    }
  }
  return rows
}

async function measure(stack: Stack, viewers: number): Promise<ViewersRow> {
  const person = await addPerson(stack)
  await fetch(`${stack.env['SANDBOX_URL'] ?? ''}/__sandbox/settings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      firstByteMs: 1_000 + viewers * arrivalMsPerViewer,
      chunkDelayMs: viewers > 2_000 ? 400 : 150,
    }),
  })
  const idleMiB = residentMiB(stack.api.pid())
  const cpuBefore = cpuSeconds(stack.api.pid())
  const { generationId } = await person.api.generate({ length: 300 })
  const path = new URL(person.api.eventsUrl(generationId))
  const watching: Viewer[] = []
  for (let opened = 0; opened < viewers; opened += 250) {
    const group = Array.from({ length: Math.min(250, viewers - opened) }, () => watch(path, person.api.token))
    watching.push(...group)
    await Promise.all(group.map(({ open }) => open))
  }
  const watchingMiB = residentMiB(stack.api.pid())
  const times = (await Promise.allSettled(watching.map(({ done }) => done))).flatMap((end) =>
    end.status === 'fulfilled' ? [end.value] : [],
  )
  for (const { socket } of watching) socket.destroy()
  return {
    viewers,
    idleMiB,
    watchingMiB,
    kibPerViewer: ((watchingMiB - idleMiB) * 1_024) / viewers,
    firstTokenSpreadMs: spreadOf(watching.flatMap(({ firstTokenAt }) => firstTokenAt() ?? [])),
    spreadMs: spreadOf(times),
    finished: times.length,
    cpuMsPerViewer: ((cpuSeconds(stack.api.pid()) - cpuBefore) * 1_000) / viewers,
  }
}

const spreadOf = (times: readonly number[]) => Math.max(...times) - Math.min(...times)

interface Viewer {
  socket: Socket
  open: Promise<void>
  /** When its first token came; null before. */
  firstTokenAt(): number | null
  done: Promise<number>
}

/** A viewer that costs this process as little as can be: a bare socket that looks for the end. */
function watch(url: URL, token: string): Viewer {
  const socket = connect({ host: url.hostname, port: Number(url.port) })
  socket.setEncoding('utf8')
  socket.write(
    `GET ${url.pathname}${url.search} HTTP/1.1\r\nhost: ${url.host}\r\naccept: text/event-stream\r\nauthorization: Bearer ${token}\r\n\r\n`,
  )
  const open = new Promise<void>((resolve, reject) => {
    socket.once('data', () => resolve())
    socket.once('error', reject)
  })
  let firstTokenAt: number | null = null
  const done = new Promise<number>((resolve, reject) => {
    let tail = ''
    socket.on('data', (chunk: string) => {
      const seen = tail + chunk
      if (firstTokenAt === null && /"type":"delta"|"type":"snapshot","text":"[^"]/.test(seen))
        firstTokenAt = performance.now()
      tail = seen.slice(-400)
      if (/"type":"done"/.test(tail)) resolve(performance.now())
    })
    socket.once('close', () => reject(new Error('closed before the end')))
    socket.once('error', reject)
  })
  // Told with the others' once all have come.
  done.catch(() => {})
  return { socket, open, firstTokenAt: () => firstTokenAt, done }
}

/** VmRSS of proc_pid_status(5). */
function residentMiB(pid: number): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1_024
}
