import { expect, it } from 'vitest'
import { membershipAt } from './membership-rules.ts'

const day = (date: number) => new Date(Date.UTC(2026, 0, date))
const period = (from: number, to: number) => ({ startsAt: day(from), endsAt: day(to) })

it('is no membership without a period', () => {
  expect(membershipAt([], day(1))).toEqual({ isMember: false, endsAt: null })
})

it('begins with the first instant of a period and ends with its last', () => {
  expect(membershipAt([period(2, 5)], day(2)).isMember).toBe(true)
  expect(membershipAt([period(2, 5)], day(5)).isMember).toBe(false)
  expect(membershipAt([period(2, 5)], day(1)).isMember).toBe(false)
})

it('lasts to the end of adjacent periods, in whatever order they come', () => {
  expect(membershipAt([period(9, 12), period(1, 5), period(5, 9)], day(3)).endsAt).toBe(day(12).toISOString())
})

it('does not reach over a gap', () => {
  expect(membershipAt([period(1, 5), period(6, 9)], day(3)).endsAt).toBe(day(5).toISOString())
  expect(membershipAt([period(1, 5), period(6, 9)], new Date(day(5).getTime() + 1)).isMember).toBe(false)
})
