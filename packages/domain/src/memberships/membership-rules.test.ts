import { expect, it } from 'vitest'
import { standardBenefits } from '../testing/standard-benefits.ts'
import { membershipAt, stretchesAt } from './membership-rules.ts'

const day = (date: number) => new Date(Date.UTC(2026, 0, date))
const period = (from: number, to: number) => ({ startsAt: day(from), endsAt: day(to), benefits: standardBenefits })

it('is no membership without a period', () => {
  expect(membershipAt([], day(1))).toEqual({ isMember: false, endsAt: null, benefits: null })
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

it('brings what the period under way brings, and not what follows or is sold', () => {
  const less = { ...standardBenefits, dailyLimit: 100 }
  const periods = [{ ...period(5, 9), benefits: less }, period(1, 5)]
  expect(membershipAt(periods, day(4)).benefits).toEqual(standardBenefits)
  expect(membershipAt(periods, day(5)).benefits).toEqual(less)
  expect(membershipAt(periods, day(9)).benefits).toBeNull()
})

it('is told in stretches of the same benefits, from now on', () => {
  const less = { ...standardBenefits, dailyLimit: 100 }
  const periods = [period(1, 5), period(5, 9), { ...period(9, 12), benefits: less }, period(14, 20)]
  expect(stretchesAt(periods, day(6))).toEqual([period(5, 9), { ...period(9, 12), benefits: less }])
  expect(stretchesAt(periods, day(2))).toEqual([period(1, 9), { ...period(9, 12), benefits: less }])
  expect(stretchesAt(periods, day(13))).toEqual([])
})
