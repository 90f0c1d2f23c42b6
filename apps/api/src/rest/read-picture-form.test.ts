import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AppError } from '@mozhou/contracts/errors'
import express from 'express'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readPictureForm } from './read-picture-form.ts'
import type { PicturePart } from './read-picture-form.ts'

let server: Server
let url: string
/** What each request does with a picture. */
let take: (part: PicturePart) => Promise<string>

beforeAll(async () => {
  const app = express()
  app.post('/', async (req, res) => {
    try {
      res.json(await readPictureForm(req, ['image', 'mask'], (part) => take(part)))
    } catch (cause) {
      if (!(cause instanceof AppError)) throw cause
      res.status(400).json({ code: cause.code, params: cause.params })
    }
  })
  server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())

const picture = new Blob([new Uint8Array(1_500_000)])
const send = async (parts: Record<string, string | Blob>) => {
  const form = new FormData()
  for (const [name, part] of Object.entries(parts))
    if (typeof part === 'string') form.set(name, part)
    else form.set(name, part, `${name}.png`)
  return (await fetch(url, { method: 'POST', body: form })).json()
}

const counted = async ({ field, bytes }: PicturePart) => {
  let count = 0
  for await (const piece of bytes) count += piece.byteLength
  return `${field} ${count}`
}

it('gives fields as they are, and what became of each picture', async () => {
  take = counted
  const answer = await send({ image: picture, prompt: '夜里', mask: picture })
  expect(answer).toEqual({ image: 'image 1500000', prompt: '夜里', mask: 'mask 1500000' })
})

it('is read to its end when a picture is known without being read', async () => {
  take = ({ field }) => Promise.resolve(`known ${field}`)
  expect(await send({ image: picture, mask: picture })).toEqual({ image: 'known image', mask: 'known mask' })
})

it('tells why a picture is refused, and refuses those of another name', async () => {
  take = () => Promise.reject(new AppError('FILE_EMPTY', { field: 'image' }))
  expect(await send({ image: picture })).toMatchObject({ code: 'FILE_EMPTY' })
  take = counted
  expect(await send({ photo: picture })).toMatchObject({ code: 'VALIDATION_FAILED', params: { field: 'photo' } })
})
