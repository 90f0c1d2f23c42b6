import { expect, it } from 'vitest'
import { groupFilter, isUsageRange, recentUsage } from './usage-filters.ts'

it('begins with seven days that end today in Shanghai', () => {
  expect(recentUsage(Date.parse('2026-11-24T17:00:00Z'))).toMatchObject({ from: '2026-11-19', to: '2026-11-25' })
})

it.each([
  ['2026-11-01', '2026-11-01', true],
  ['2026-11-02', '2026-11-01', false],
  ['2025-11-01', '2026-11-01', true],
  ['2025-10-01', '2026-11-01', false],
  ['', '2026-11-01', false],
])('%s to %s is a range: %s', (from, to, isRange) => {
  expect(isUsageRange({ from, to })).toBe(isRange)
})

it('opens a group to its rows', () => {
  expect(groupFilter('day', '2026-11-01')).toEqual({ from: '2026-11-01', to: '2026-11-01' })
  expect(groupFilter('user', 'usr_1')).toEqual({ userId: 'usr_1' })
  expect(groupFilter('tool', '')).toEqual({ tool: 'none' })
  expect(groupFilter('user', '')).toEqual({ userId: 'none' })
})
