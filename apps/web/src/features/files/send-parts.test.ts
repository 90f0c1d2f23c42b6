import type { FileDto } from '@mozhou/contracts/files/answers'
import { beforeEach, expect, it } from 'vitest'
import type { HttpAnswer, HttpCall } from './http-call.ts'
import { endUpload, giveUp, sendInParts, uploadPath } from './send-parts.ts'
import type { PartsWorld } from './send-parts.ts'

const size = 40_000_000
const path = '/api/v1/files/uploads/upl_1'
const film = () => new File([new Uint8Array(size)], '春天.mp4', { lastModified: 7 })

/** A server that keeps what has come, and what happens to the next calls in place of an answer. */
let server: {
  offset: number
  calls: string[]
  begun: Record<string, string>[]
  mishaps: (HttpAnswer | 'break' | null)[]
}
let known: Map<string, string>
let waited: number[]
let broken: boolean[]
beforeEach(() => {
  server = { offset: 0, calls: [], begun: [], mishaps: [] }
  known = new Map()
  waited = []
  broken = []
})

function answer(status: number, headers: Record<string, string> = {}, text = ''): HttpAnswer {
  return { status, text, header: (name) => headers[name] ?? null }
}
const refusal = (status: number, code: string) => answer(status, {}, JSON.stringify({ error: { code, params: {} } }))

async function http({ method, headers = {}, body }: HttpCall): Promise<HttpAnswer> {
  server.calls.push(`${method} ${headers['upload-offset'] ?? ''}`.trim())
  const mishap = server.mishaps.shift() ?? null
  if (mishap === 'break') {
    // Half of it came through before the line broke.
    server.offset += Math.floor((body?.size ?? 0) / 2)
    return answer(0)
  }
  if (mishap !== null) return mishap
  if (method === 'POST') {
    server.begun.push(headers)
    return answer(201, { location: path })
  }
  if (method === 'PATCH') server.offset += body?.size ?? 0
  const file: Record<string, string> = server.offset === size ? { 'upload-file': 'fil_1' } : {}
  return answer(method === 'PATCH' ? 204 : 200, { 'upload-offset': String(server.offset), ...file })
}

const world: PartsWorld = {
  http,
  memory: {
    find: (file) => known.get(file.name) ?? null,
    keep: (file, at) => void known.set(file.name, at),
    forget: (file) => void known.delete(file.name),
  },
  readFile: (fileId) => Promise.resolve({ id: fileId } as FileDto),
  pause: async (ms) => void waited.push(ms),
}
const send = (signal = new AbortController().signal) =>
  sendInParts(world, { file: film(), key: 'k', signal, onProgress: () => undefined, onBroken: (on) => broken.push(on) })

it('sends part by part, and forgets what is over', async () => {
  expect(await send()).toEqual({ id: 'fil_1' })
  expect(server.calls).toEqual(['POST', 'PATCH 0', 'PATCH 16000000', 'PATCH 32000000'])
  expect(server.begun).toMatchObject([{ 'upload-length': String(size), 'idempotency-key': 'k' }])
  const [, name = ''] = server.begun[0]?.['upload-metadata']?.split(' ') ?? []
  expect(Buffer.from(name, 'base64').toString()).toBe('春天.mp4')
  expect(known.size).toBe(0)
})

it('asks where it stands after the line broke, and goes on from there', async () => {
  server.mishaps = [null, null, 'break', 'break']
  await send()
  expect(server.calls).toEqual(['POST', 'PATCH 0', 'PATCH 16000000', 'HEAD', 'HEAD', 'PATCH 24000000'])
  expect(waited).toEqual([1_000, 2_000])
  expect(broken.slice(-3)).toEqual([true, true, false])
})

it('goes on with what this device had begun before, also when only the last answer was lost', async () => {
  known.set('春天.mp4', path)
  server.offset = 30_000_000
  await send()
  expect(server.calls).toEqual(['HEAD', 'PATCH 30000000'])
  known.set('春天.mp4', path)
  server.calls = []
  expect(await send()).toEqual({ id: 'fil_1' })
  expect(server.calls).toEqual(['HEAD'])
})

it('begins anew what the server has forgotten', async () => {
  known.set('春天.mp4', '/old')
  server.mishaps = [answer(404)]
  await send()
  expect(server.calls.slice(0, 3)).toEqual(['HEAD', 'POST', 'PATCH 0'])
})

it('stops when nothing has got through for a minute, and is still known', async () => {
  server.mishaps = [null, ...Array.from({ length: 20 }, () => answer(502))]
  await expect(send()).rejects.toMatchObject({ shown: { code: 'NETWORK' } })
  expect(waited).toEqual([1_000, 2_000, 4_000, 8_000, 15_000, 30_000])
  expect(known.get('春天.mp4')).toBe(path)
})

it('stops at once at a refusal, and begins anew the next time', async () => {
  server.mishaps = [null, null, null, refusal(415, 'FILE_TYPE_REFUSED')]
  await expect(send()).rejects.toMatchObject({ shown: { code: 'FILE_TYPE_REFUSED' } })
  expect(waited).toEqual([])
  expect(known.size).toBe(0)
})

it('keeps what a full space refused at the end, for when there is room', async () => {
  server.mishaps = [null, null, null, refusal(412, 'FILES_FULL')]
  await expect(send()).rejects.toMatchObject({ shown: { code: 'FILES_FULL' } })
  expect(known.get('春天.mp4')).toBe(path)
})

it('hears the words of a refusal whose answer was lost', async () => {
  known.set('春天.mp4', path)
  server.mishaps = [answer(415), refusal(415, 'FILE_KIND_DIFFERS')]
  await expect(send()).rejects.toMatchObject({ shown: { code: 'FILE_KIND_DIFFERS' } })
})

it('gives up what was begun, and has nothing to give up where nothing was', async () => {
  await giveUp(world, film())
  expect(server.calls).toEqual([])
  known.set('春天.mp4', path)
  await giveUp(world, film())
  expect(server.calls).toEqual(['DELETE'])
  expect(known.size).toBe(0)
})

it('says with the beginning when the file was last changed, where that can be', async () => {
  const lastModified = Date.parse('2026-11-27T08:00:00.5Z')
  const file = new File([new Uint8Array(size)], 'a.mp4', { lastModified })
  const sending = { file, key: 'k', signal: new AbortController().signal }
  await sendInParts(world, { ...sending, onProgress: () => undefined, onBroken: () => undefined })
  const said = (server.begun[0]?.['upload-metadata'] ?? '').split(',').map((pair) => pair.split(' '))
  expect(said.map(([key, value = '']) => [key, atob(value)])).toEqual([
    ['name', 'a.mp4'],
    ['modifiedAt', '2026-11-27T08:00:00.500Z'],
  ])
})

it('ends an upload once, and takes one that is over already for ended', async () => {
  server.mishaps = [answer(204), answer(404), answer(0)]
  await endUpload(world, uploadPath('upl_1'))
  await endUpload(world, uploadPath('upl_1'))
  await expect(endUpload(world, uploadPath('upl_1'))).rejects.toMatchObject({ shown: { code: 'NETWORK' } })
  expect(server.calls).toEqual(['DELETE', 'DELETE', 'DELETE'])
})
