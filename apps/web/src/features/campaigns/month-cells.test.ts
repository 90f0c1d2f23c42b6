import { expect, it } from 'vitest'
import { monthCells, otherMonth } from './month-cells.ts'

it('puts the first of a month under its weekday, Monday first', () => {
  // 1 December 2026 is a Tuesday, 1 March 2026 a Sunday, and February 2027 begins on a Monday.
  expect(monthCells('2026-12-01', '2026-12-31').slice(0, 2)).toEqual([null, '2026-12-01'])
  expect(monthCells('2026-03-01', '2026-03-31').indexOf('2026-03-01')).toBe(6)
  const february = monthCells('2027-02-01', '2027-02-28')
  expect([february[0], february.at(-1), february.length]).toEqual(['2027-02-01', '2027-02-28', 28])
})

it('knows the months before and after over a year’s end', () => {
  expect(otherMonth('2026-12', 1)).toBe('2027-01-01')
  expect(otherMonth('2027-01', -1)).toBe('2026-12-01')
})
