import { expect, it } from 'vitest'
import { isDelivered, nextTryAt, pausesMs } from './delivery-rules.ts'

it('tries at growing pauses for about a day, then gives up', () => {
  expect(pausesMs.toSorted((one, other) => one - other)).toEqual([...pausesMs])
  const hours = pausesMs.reduce((sum, pause) => sum + pause, 0) / 3_600_000
  expect(hours).toBeGreaterThan(23)
  expect(hours).toBeLessThan(25)
  expect(nextTryAt(new Date(0), 1)).toEqual(new Date(30_000))
  expect(nextTryAt(new Date(0), pausesMs.length + 1)).toBeNull()
})

it.each([
  [200, true],
  [204, true],
  [301, false],
  [404, false],
  [500, false],
])('%i is an arrival: %s', (status, isOne) => {
  expect(isDelivered(status)).toBe(isOne)
})
