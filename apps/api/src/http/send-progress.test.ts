import { once } from 'node:events'
import { createServer } from 'node:http'
import type { ServerResponse } from 'node:http'
import { connect } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import type { TrackedProgress } from '@mozhou/contracts/generations/events'
import type { Following, News } from '@mozhou/domain/generations/open-following'
import { createProgressLog } from '@mozhou/domain/generations/progress-log'
import type { Place } from '@mozhou/domain/generations/progress-log'
import { afterEach, expect, it, vi } from 'vitest'
import { createProgressWire } from './progress-wire.ts'
import { sendProgress } from './send-progress.ts'

const wordsOf = vi.fn(({ id, event }: TrackedProgress) => `data: ${JSON.stringify(event)}\nid: ${id}\n\n`)
const wire = createProgressWire({
  headers: { 'content-type': 'text/event-stream' },
  opening: 'opening\n\n',
  ping: 'ping\n\n',
  closing: 'closing\n\n',
  wordsOf,
})

let closeAll: (() => void)[] = []
afterEach(() => {
  for (const close of closeAll) close()
  closeAll = []
  wordsOf.mockClear()
})

/** A generation whose viewers come through real sockets. */
function createStage() {
  const log = createProgressLog()
  const viewers = new Set<() => void>()
  const last: Pick<News, 'ending' | 'failure'> = { ending: null, failure: null }
  const stage = {
    last,
    viewers,
    push(id: string, text: string) {
      log.push({ id, event: { type: 'delta', text } })
      stage.tell()
    },
    tell() {
      for (const wake of viewers) wake()
    },
    open(onNews: () => void): Following {
      let place: Place = null
      viewers.add(onNews)
      return {
        read(isBehind) {
          const { events, next } = log.read(place, isBehind)
          place = next
          return { events, ...last }
        },
        close: () => viewers.delete(onNews),
      }
    },
  }
  log.push({ id: '1-1', event: { type: 'reset', model: 'm', isFallback: false, attempt: 1, text: '' } })
  return stage
}

type Stage = ReturnType<typeof createStage>

async function watch(stage: Stage, prepare: (res: ServerResponse, socket: Socket) => Promise<void> | void = () => {}) {
  const taken = Promise.withResolvers<ServerResponse>()
  const server = createServer((_req, res) => {
    const begin = async () => {
      await prepare(res, socket)
      sendProgress(res, { wire, open: stage.open, onFailure: (cause) => `failed: ${String(cause)}\n\n` })
      taken.resolve(res)
    }
    begin().catch(taken.reject)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  closeAll.push(() => {
    socket.destroy()
    server.close()
  })
  socket.on('error', () => {})
  socket.setEncoding('utf8').write('GET / HTTP/1.1\r\nhost: test\r\n\r\n')
  let text = ''
  socket.on('data', (chunk: string) => {
    text += chunk
  })
  return { socket, res: await taken.promise, text: () => text }
}

it('tells what there is, what happens, and the end, and lets go of the viewer', async () => {
  const stage = createStage()
  const viewer = await watch(stage)
  stage.push('1-2', '春')
  await expect.poll(viewer.text).toContain('id: 1-2')
  stage.last.ending = [{ id: '9-0', event: { type: 'snapshot', text: '春茶', model: 'm' } }]
  stage.tell()
  await expect.poll(viewer.text).toContain('closing')
  expect(viewer.text()).toMatch(/opening[^]*"snapshot"[^]*id: 1-1\n[^]*"春"[^]*"春茶"[^]*closing/)
  await expect.poll(() => stage.viewers.size).toBe(0)
})

it('puts an event into words once, however many watch', async () => {
  const stage = createStage()
  const viewers = await Promise.all(Array.from({ length: 20 }, () => watch(stage)))
  stage.push('1-2', '春')
  for (const viewer of viewers) await expect.poll(viewer.text).toContain('春')
  expect(wordsOf).toHaveBeenCalledTimes(2)
})

it('writes nothing to a viewer that does not read, and tells it joined what it missed when it reads', async () => {
  const stage = createStage()
  const viewer = await watch(stage)
  viewer.socket.pause()
  const piece = '字'.repeat(4_000)
  let most = 0
  for (let sequence = 2; sequence <= 1_500; sequence += 1) {
    stage.push(`1-${sequence}`, piece)
    most = Math.max(most, viewer.res.writableLength)
    if (sequence % 5 === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  // 18 MB were said, and the machine's own buffers hold some of it.
  expect(most).toBeLessThan(200_000)
  viewer.socket.resume()
  await expect.poll(viewer.text, { timeout: 10_000 }).toContain('id: 1-1500')
  const told = viewer.text().match(/^data: /gm)?.length ?? 0
  expect(told).toBeLessThan(1_400)
  expect(viewer.text().split('字').length - 1).toBe(1_499 * 4_000)
})

it('tells what came before the reading broke, then why, and ends', async () => {
  const stage = createStage()
  const viewer = await watch(stage)
  stage.last.failure = { cause: 'no stream' }
  stage.push('1-2', '春')
  await expect.poll(viewer.text).toContain('failed: no stream')
  expect(viewer.text()).toMatch(/"春"[^]*failed/)
  expect(viewer.text()).not.toContain('closing')
  await expect.poll(() => stage.viewers.size).toBe(0)
})

it('opens nothing for a viewer that left, or was sent away, while it was let in', async () => {
  const stage = createStage()
  await watch(stage, async (res, socket) => {
    socket.destroy()
    await once(res, 'close')
  })
  await watch(stage, (res) => void res.end())
  expect(stage.viewers.size).toBe(0)
})
