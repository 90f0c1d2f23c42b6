import { expect, it } from 'vitest'
import { isWithin, suggestedTimes } from './suggested-times.ts'

const nineInShanghai = '2026-12-31T01:00:00.000Z'

it('names the next of each reading hour, the nearest first, over the end of a year', () => {
  expect(suggestedTimes(nineInShanghai, null)).toEqual([
    { key: 'noon', at: '2026-12-31T04:00:00.000Z' },
    { key: 'evening', at: '2026-12-31T10:00:00.000Z' },
    { key: 'night', at: '2026-12-31T13:00:00.000Z' },
    { key: 'morning', at: '2026-12-31T23:30:00.000Z' },
  ])
})

it('leaves out hours in which the account does not publish', () => {
  expect(suggestedTimes(nineInShanghai, { from: 8, to: 19 }).map(({ key }) => key)).toEqual(['noon', 'evening'])
})

it('proposes nothing that is about to pass', () => {
  const [first] = suggestedTimes('2026-12-31T03:55:00.000Z', null)
  expect(first?.key).toBe('evening')
})

it.each([
  [23, true],
  [1, true],
  [2, false],
  [12, false],
])('takes hours over midnight: %i is %s', (hour, is) => {
  expect(isWithin(hour, { from: 22, to: 2 })).toBe(is)
})
