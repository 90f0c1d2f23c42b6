import * as fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { FetchEventSource } from './fetch-event-source.ts'

type Answer = () => Response

function streamOf(text: string): Response {
  return new Response(text, { headers: { 'content-type': 'text/event-stream; charset=utf-8' } })
}

/** Answers the first requests as told, and every later one with a stream that stays silent. */
function serve(answers: Answer[]) {
  const asked: Headers[] = []
  const silent = () => new Response(new ReadableStream(), { headers: { 'content-type': 'text/event-stream' } })
  const fetch = (_: unknown, init?: RequestInit) => {
    asked.push(new Headers(init?.headers))
    return Promise.resolve((answers[asked.length - 1] ?? silent)())
  }
  return { asked, fetch: fetch as typeof globalThis.fetch }
}

it('goes on from the last id after the connection is lost', async () => {
  const server = serve([() => streamOf('id: 1001-1\ndata: a\n\nid: 1001-2\ndata: b\n\n')])
  const source = new FetchEventSource('/stream', { fetch: server.fetch, headers: { 'x-mozhou-app': 'web' } })
  const data: unknown[] = []
  source.addEventListener('message', (event) => data.push((event as MessageEvent).data))
  await vi.waitFor(() => expect(server.asked).toHaveLength(2), 15_000)
  source.close()
  expect(data).toEqual(['a', 'b'])
  expect(server.asked.map((headers) => headers.get('last-event-id'))).toEqual([null, '1001-2'])
  expect(server.asked[1]?.get('x-mozhou-app')).toBe('web')
})

it('comes back after a bad gateway, which ends a browser EventSource for good', async () => {
  const server = serve([() => new Response('bad gateway', { status: 502 }), () => streamOf('id: 1-1\ndata: a\n\n')])
  const source = new FetchEventSource('/stream', { fetch: server.fetch })
  const data: unknown[] = []
  source.addEventListener('message', (event) => data.push((event as MessageEvent).data))
  await vi.waitFor(() => expect(data).toEqual(['a']), 15_000)
  source.close()
})

it('refreshes the session once when refused, then gives up if refused again', async () => {
  const refused = () => new Response('', { status: 401 })
  const server = serve([refused, refused])
  const refresh = vi.fn(() => Promise.resolve('refreshed' as const))
  const source = new FetchEventSource('/stream', { fetch: server.fetch, refresh })
  await vi.waitFor(() => expect(source.readyState).toBe(source.CLOSED), 15_000)
  expect(refresh).toHaveBeenCalledTimes(1)
  expect(server.asked).toHaveLength(2)
})

it('does not ask again for what is wrong and will stay so', async () => {
  const server = serve([() => new Response('', { status: 404 })])
  const source = new FetchEventSource('/stream', { fetch: server.fetch })
  const errors = vi.fn()
  source.addEventListener('error', errors)
  await vi.waitFor(() => expect(source.readyState).toBe(source.CLOSED), 15_000)
  expect(errors).toHaveBeenCalledTimes(1)
  expect(server.asked).toHaveLength(1)
})

const stream = [
  ': a comment\r\n',
  'event: connected\r\ndata: {}\r\n\r\n',
  'retry: 10\nid: 1001-1\ndata: 你好\ndata: 世界\n\n',
  'data:no space\r\r',
  'id: 1001-2\n\n',
  'event: done\nid: 9999999-1\ndata: end\n\n',
  'id: 1-1\ndata: cut off before its empty line',
].join('')

const told = [
  { type: 'connected', data: '{}', lastEventId: '' },
  { type: 'message', data: '你好\n世界', lastEventId: '1001-1' },
  { type: 'message', data: 'no space', lastEventId: '1001-1' },
  { type: 'done', data: 'end', lastEventId: '9999999-1' },
]

/** What listeners hear of a stream that comes in these pieces, up to its end. */
async function hear(pieces: Uint8Array[]) {
  const body = new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece)
      controller.close()
    },
  })
  const server = serve([() => new Response(body, { headers: { 'content-type': 'text/event-stream' } })])
  const source = new FetchEventSource('/stream', { fetch: server.fetch })
  const heard: unknown[] = []
  for (const type of ['connected', 'message', 'done'])
    source.addEventListener(type, (event) => {
      const { data, lastEventId } = event as MessageEvent
      heard.push({ type: event.type, data, lastEventId })
    })
  await new Promise((resolve) => source.addEventListener('error', resolve))
  source.close()
  return heard
}

it('joins data lines, keeps the last id, names the type, and gives no event for what was cut off', async () => {
  expect(await hear([new TextEncoder().encode(stream)])).toEqual(told)
})

it('reads the same events wherever the network cuts the stream', async () => {
  const bytes = new TextEncoder().encode(stream)
  const cuts = fc.uniqueArray(fc.integer({ min: 1, max: bytes.length - 1 }))
  await fc.assert(
    fc.asyncProperty(cuts, async (places) => {
      const sorted = [0, ...places.toSorted((left, right) => left - right), bytes.length]
      expect(await hear(sorted.slice(1).map((end, index) => bytes.slice(sorted[index], end)))).toEqual(told)
    }),
  )
})

it('goes on from an id that came without data', async () => {
  const server = serve([() => streamOf('id: 1001-1\ndata: a\n\nid: 1001-2\n\n')])
  const source = new FetchEventSource('/stream', { fetch: server.fetch })
  await vi.waitFor(() => expect(server.asked).toHaveLength(2), 15_000)
  source.close()
  expect(server.asked[1]?.get('last-event-id')).toBe('1001-2')
})
