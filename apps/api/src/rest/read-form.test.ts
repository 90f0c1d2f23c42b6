import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { AppError } from '@mozhou/contracts/errors'
import express from 'express'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { readForm } from './read-form.ts'
import type { SentFile } from './read-form.ts'

let server: Server
let url: string
let outcomes: string[]
/** What each request does with its file. */
let take: (file: SentFile) => Promise<unknown>

const whole = async ({ bytes, name, fields }: SentFile) => {
  const pieces: Uint8Array[] = []
  for await (const piece of bytes) pieces.push(piece)
  return { name, fields, text: Buffer.concat(pieces).toString() }
}

beforeAll(async () => {
  const app = express()
  app.post('/', async (req, res) => {
    try {
      res.json(await readForm(req, (file) => take(file)))
      outcomes.push('taken')
    } catch (cause) {
      if (!(cause instanceof AppError)) throw cause
      outcomes.push(cause.code)
      res.status(400).json({ code: cause.code, params: cause.params })
    }
  })
  server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
beforeEach(() => {
  outcomes = []
  take = whole
})
afterAll(() => void server.close())

const send = async (form: FormData) => (await fetch(url, { method: 'POST', body: form })).json()
const formOf = (parts: [string, string | Blob, string?][]) => {
  const form = new FormData()
  for (const [name, value, fileName] of parts) {
    if (typeof value === 'string') form.append(name, value)
    else form.append(name, value, fileName)
  }
  return form
}
const file = (text: string) => new Blob([text])

it('gives the file with its name and the fields before it', async () => {
  const form = formOf([
    ['kind', 'picture'],
    ['file', file('bytes'), '春天.png'],
    ['after', 'too late'],
  ])
  expect(await send(form)).toEqual({ name: '春天.png', fields: { kind: 'picture' }, text: 'bytes' })
})

it.each<[string, [string, string | Blob, string?][], string]>([
  ['without a file', [['kind', 'picture']], 'required'],
  ['whose file has another name', [['picture', file('x'), 'a.png']], 'required'],
  [
    'with two',
    [
      ['file', file('x'), 'a.png'],
      ['file', file('y'), 'b.png'],
    ],
    'too_big',
  ],
])('refuses a form %s', async (_what, parts, rule) => {
  expect(await send(formOf(parts))).toMatchObject({ code: 'VALIDATION_FAILED', params: { field: 'file', rule } })
})

it('tells a refusal while the sender is still sending, and reads the rest into nothing', async () => {
  take = async ({ bytes }) => {
    for await (const piece of bytes) if (piece.byteLength > 0) throw new AppError('FILE_TOO_LARGE', { field: 'file' })
  }
  const answer = await send(formOf([['file', new Blob([new Uint8Array(20_000_000)]), 'a.png']]))
  expect(answer).toEqual({ code: 'FILE_TOO_LARGE', params: { field: 'file' } })
})

it.each([
  ['whose sender goes away', 'Content-Length: 100000\r\n'],
  ['that ends too early', 'Content-Length: 130\r\n'],
])('refuses a form %s, and waits for nothing', async (_what, length) => {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  const head = `--b\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n`
  const body = `${head}${'x'.repeat(130 - head.length)}`
  socket.write(`POST / HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; boundary=b\r\n${length}\r\n${body}`)
  await setTimeout(100)
  socket.destroy()
  await expect.poll(() => outcomes).toEqual(['FILE_CUT_OFF'])
})

it('is read to its end when its file is known without being read', async () => {
  take = () => Promise.resolve({ name: 'known' })
  const large = new Blob([new Uint8Array(2_000_000)])
  expect(await send(formOf([['file', large, 'a.png']]))).toEqual({ name: 'known' })
})
