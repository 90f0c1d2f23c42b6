import { AppError } from '@mozhou/contracts/errors'
import { expect, it } from 'vitest'
import { decodeCursor, encodeCursor, toPage } from './paging.ts'

const cursor = { createdAt: new Date('2026-11-01T08:00:00.123Z'), id: '019a3f00-0000-7000-8000-000000000001' }

it('comes back as it went, to the millisecond', () => {
  expect(decodeCursor(encodeCursor(cursor))).toEqual(cursor)
})

it('is told when it is not one of ours', () => {
  const forged = ["1.' OR 1=1", `1.${'-'.repeat(36)}`, `x.${cursor.id}`].map((text) =>
    Buffer.from(text).toString('base64url'),
  )
  for (const text of ['', 'x', ...forged]) expect(() => decodeCursor(text)).toThrow(AppError)
})

it('gives a next cursor only when there is a next page', () => {
  const rows = [1, 2, 3].map((index) => ({ ...cursor, id: cursor.id.replace(/.$/, String(index)) }))
  expect(toPage(rows, 3, (row) => row.id).nextCursor).toBeNull()
  const page = toPage(rows, 2, (row) => row.id)
  expect(page.items).toHaveLength(2)
  expect(decodeCursor(page.nextCursor ?? '').id).toBe(page.items[1])
})
