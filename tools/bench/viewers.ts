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
  /** From the first viewer's `done` to the last one's, ms. */
  spreadMs: number
  /** Viewers that got `done`. */
  finished: number
  cpuSeconds: number
}

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
    body: JSON.stringify({ firstByteMs: 100, chunkDelayMs: viewers > 2_000 ? 400 : 150 }),
  })
  const idleMiB = residentMiB(stack.api.pid())
  const cpuBefore = cpuSeconds(stack.api.pid())
  const { generationId } = await person.api.generate({ length: 300 })
  const path = new URL(person.api.eventsUrl(generationId))
  const ends: Promise<number>[] = []
  const sockets: Socket[] = []
  for (let opened = 0; opened < viewers; opened += 250) {
    const group = Array.from({ length: Math.min(250, viewers - opened) }, () => watch(path, person.api.token))
    for (const viewer of group) {
      sockets.push(viewer.socket)
      ends.push(viewer.done)
    }
    await Promise.all(group.map(({ open }) => open))
  }
  const watchingMiB = residentMiB(stack.api.pid())
  const times = (await Promise.allSettled(ends)).flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []))
  for (const socket of sockets) socket.destroy()
  return {
    viewers,
    idleMiB,
    watchingMiB,
    kibPerViewer: ((watchingMiB - idleMiB) * 1_024) / viewers,
    spreadMs: Math.max(...times) - Math.min(...times),
    finished: times.length,
    cpuSeconds: cpuSeconds(stack.api.pid()) - cpuBefore,
  }
}

/** A viewer that costs this process as little as can be: a bare socket that looks for the end. */
function watch(url: URL, token: string): { socket: Socket; open: Promise<void>; done: Promise<number> } {
  const socket = connect({ host: url.hostname, port: Number(url.port) })
  socket.setEncoding('utf8')
  socket.write(
    `GET ${url.pathname}${url.search} HTTP/1.1\r\nhost: ${url.host}\r\naccept: text/event-stream\r\nauthorization: Bearer ${token}\r\n\r\n`,
  )
  const open = new Promise<void>((resolve, reject) => {
    socket.once('data', () => resolve())
    socket.once('error', reject)
  })
  const done = new Promise<number>((resolve, reject) => {
    let tail = ''
    socket.on('data', (chunk: string) => {
      tail = (tail + chunk).slice(-400)
      if (/"type":"done"/.test(tail)) resolve(performance.now())
    })
    socket.once('close', () => reject(new Error('closed before the end')))
    socket.once('error', reject)
  })
  return { socket, open, done }
}

/** VmRSS of proc_pid_status(5). */
function residentMiB(pid: number): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1_024
}
