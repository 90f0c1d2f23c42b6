import { expect, it } from 'vitest'
import { watchAgainMs } from './watch-pace.ts'

const now = Date.parse('2026-12-01T00:00:00.000Z')
const later = '2026-12-05T00:00:00.000Z'
const before = '2026-11-30T00:00:00.000Z'

it.each([
  ['what is out and watched', 'published', later, 30_000],
  ['what is out and no longer watched', 'published', before, false],
  ['what is out and never was watched', 'published', null, false],
  ['what nobody has confirmed', 'unconfirmed', null, 30_000],
  ['what is over', 'removed', later, false],
] as const)('%s is read again accordingly', (_what, status, watchedUntil, ms) => {
  expect(watchAgainMs({ status, watchedUntil }, 1, now)).toBe(ms)
})

it('reads more seldom with every reading, and never more seldom than every five minutes', () => {
  const paces = [1, 2, 3, 4, 5, 50].map((readings) =>
    watchAgainMs({ status: 'published', watchedUntil: later }, readings, now),
  )
  expect(paces).toEqual([30_000, 60_000, 120_000, 240_000, 300_000, 300_000])
})
