import { Readable } from 'node:stream'
import type { Request } from 'express'
import { expect, it } from 'vitest'
import { requestBytes } from './request-bytes.ts'

it('gives the memory of a piece back when the next one is asked for, and leaves alone what others share', async () => {
  const shared = new ArrayBuffer(8)
  const pieces = [new Uint8Array(new ArrayBuffer(4)).fill(1), new Uint8Array(shared, 2, 3).fill(2)]
  const body = Readable.from(pieces, { objectMode: true }) as unknown as Request
  const seen: string[] = []
  for await (const piece of requestBytes(body)) seen.push(piece.join(''))
  expect(seen).toEqual(['1111', '222'])
  expect(pieces[0]?.buffer.detached).toBe(true)
  expect([shared.detached, new Uint8Array(shared).join('')]).toEqual([false, '00222000'])
})

it('says that a body was cut off, where its connection broke', async () => {
  const body = new Readable({ read() {} })
  Object.assign(body, { complete: false })
  const reading = requestBytes(body as unknown as Request)[Symbol.asyncIterator]()
  const next = reading.next()
  body.destroy(new Error('aborted'))
  await expect(next).rejects.toMatchObject({ code: 'FILE_CUT_OFF', params: { field: 'file' } })
})
