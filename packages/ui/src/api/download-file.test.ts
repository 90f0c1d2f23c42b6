import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { downloadFile } from './download-file.ts'

const saved: { name: string; text: Promise<string> }[] = []
vi.mock('../device/save-file.ts', () => ({
  saveBlob: (name: string, blob: Blob) => saved.push({ name, text: blob.text() }),
}))

let asked: Headers[] = []
const answer = (...responses: Response[]) =>
  vi.stubGlobal('fetch', (_address: string, { headers }: { headers: HeadersInit }) => {
    asked.push(new Headers(headers))
    return Promise.resolve(responses.shift())
  })
const file = () =>
  new Response('一,二', { headers: { 'content-disposition': `attachment; filename*=UTF-8''${encodeURI('结果.csv')}` } })
const wanted = (askAgain = () => Promise.resolve()) =>
  downloadFile({ address: '/api/v1/x', app: 'admin', locale: 'en', name: 'x.csv', askAgain })

beforeEach(() => {
  asked = []
  saved.length = 0
})
afterEach(() => vi.unstubAllGlobals())

it('saves the answer under its name, and says which app asks in which language', async () => {
  answer(file())
  expect(await wanted()).toBeNull()
  expect(saved.map(({ name }) => name)).toEqual(['结果.csv'])
  expect(await saved[0]?.text).toBe('一,二')
  expect([asked[0]?.get('x-mozhou-app'), asked[0]?.get('accept-language')]).toEqual(['admin', 'en'])
})

it('asks again once the session was refreshed, and no third time', async () => {
  const refreshed = vi.fn(() => Promise.resolve())
  answer(new Response('', { status: 401 }), file())
  expect(await wanted(refreshed)).toBeNull()
  expect([refreshed.mock.calls.length, asked.length]).toEqual([1, 2])
})

it('saves nothing of a refusal, nor of a file that broke off', async () => {
  const error = { code: 'FORBIDDEN', message: '', params: {}, requestId: 'req-1' }
  answer(Response.json({ error }, { status: 403 }))
  expect(await wanted()).toMatchObject({ code: 'FORBIDDEN', requestId: 'req-1' })
  const broken = new ReadableStream({ start: (controller) => controller.error(new TypeError('terminated')) })
  answer(new Response(broken))
  expect(await wanted()).toMatchObject({ code: 'NETWORK' })
  expect(saved).toEqual([])
})
