import { expect, it } from 'vitest'
import { creditsForDay, milestoneFor, runStart, runUpTo } from './check-in-rules.ts'

const rule = { kind: 'check_in' as const, table: [1, 2, 5], after: 'repeat' as const, milestones: [], giftDays: null }
const credits = (changes: object) =>
  [1, 2, 3, 4, 5, 6, 7].map((streak) => creditsForDay({ ...rule, ...changes }, streak))

it('begins the table again, or stays at its last day', () => {
  expect(credits({})).toEqual([1, 2, 5, 1, 2, 5, 1])
  expect(credits({ after: 'stay' })).toEqual([1, 2, 5, 5, 5, 5, 5])
  expect(credits({ table: [4] })).toEqual([4, 4, 4, 4, 4, 4, 4])
})

it('gives a milestone on its day alone, the larger of two for the same', () => {
  const milestones = [
    { days: 7, credits: 10 },
    { days: 7, credits: 20 },
    { days: 30, credits: 100 },
  ]
  expect([6, 7, 8, 30].map((streak) => milestoneFor({ ...rule, milestones }, streak))).toEqual([0, 20, 0, 100])
})

it('knows a run by its first day, over months and years', () => {
  expect(runStart('2027-01-02', 3)).toBe('2026-12-31')
  expect(runStart('2028-03-01', 2)).toBe('2028-02-29')
})

it('counts days in a row from rows in any order; a gap ends a run', () => {
  const days = ['2026-12-31', '2026-12-28', '2027-01-01', '2026-12-30']
  expect(runUpTo(days, '2027-01-01')).toBe(3)
  expect(runUpTo(days, '2026-12-28')).toBe(1)
  expect(runUpTo(days, '2027-01-02')).toBe(0)
})
