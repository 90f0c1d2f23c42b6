import { describe, expect, it } from 'vitest'
import { daysLeft, purgeableBefore } from './trash-rules.ts'

const deletedAt = new Date('2026-11-01T08:00:00Z')
const later = (ms: number) => new Date(deletedAt.getTime() + ms)
const dayMs = 86_400_000

describe('the trash', () => {
  it.each([
    [0, 30],
    [1, 30],
    [dayMs, 29],
    [29 * dayMs + 1, 1],
    [31 * dayMs, 1],
  ])('after %i ms has %i days left', (ms, days) => {
    expect(daysLeft(deletedAt, later(ms))).toBe(days)
  })

  it('is kept for thirty days to the millisecond', () => {
    expect(purgeableBefore(later(30 * dayMs))).toEqual(deletedAt)
    expect(purgeableBefore(later(30 * dayMs - 1)).getTime()).toBeLessThan(deletedAt.getTime())
  })
})
