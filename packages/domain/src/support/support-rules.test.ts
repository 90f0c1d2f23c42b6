import { expect, it } from 'vitest'
import { mayGoOn } from './support-rules.ts'

const closedAt = new Date('2026-11-01T00:00:00Z')

it.each([
  [null, '2027-01-01T00:00:00.000Z', true],
  [closedAt, '2026-11-14T23:59:59.999Z', true],
  [closedAt, '2026-11-15T00:00:00.000Z', false],
])('closed at %s it goes on at %s: %s', (closed, now, may) => {
  expect(mayGoOn({ closedAt: closed }, new Date(now))).toBe(may)
})
