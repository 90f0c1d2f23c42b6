import { expect, it } from 'vitest'
import { daysMoved, daysShown, turned } from './calendar-days.ts'

it('shows whole weeks from Monday that the month touches', () => {
  const december = daysShown('month', '2026-12-17')
  expect([december[0], december.at(-1), december.length]).toEqual(['2026-11-30', '2027-01-03', 35])
  expect(daysShown('month', '2027-02-10')).toHaveLength(28)
  expect(daysShown('month', '2026-08-31')).toHaveLength(42)
})

it('shows one week from Monday, over the end of a year', () => {
  expect(daysShown('week', '2027-01-01')).toEqual([
    '2026-12-28',
    '2026-12-29',
    '2026-12-30',
    '2026-12-31',
    '2027-01-01',
    '2027-01-02',
    '2027-01-03',
  ])
})

it('turns pages by a week or a month, never past a short one', () => {
  expect(turned('month', '2027-01-31', 1)).toBe('2027-02-01')
  expect(turned('month', '2027-01-31', -1)).toBe('2026-12-01')
  expect(turned('week', '2027-01-01', -1)).toBe('2026-12-25')
})

it.each([
  ['ArrowRight', true, 1],
  ['ArrowUp', true, -7],
  ['ArrowUp', false, null],
  ['Enter', true, null],
])('moves an entry by %s with Alt %s by %j days', (key, altKey, days) => {
  expect(daysMoved({ key, altKey })).toBe(days)
})
