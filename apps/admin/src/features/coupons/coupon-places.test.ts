import { expect, it } from 'vitest'
import { hasMorePlaces } from './coupon-values.ts'

it('knows a number with too many places from what is no number', () => {
  expect(['3.005', '¥3.005', ' 12.3456 '].map(hasMorePlaces)).toEqual([true, true, true])
  expect(['3.05', '3', '', 'abc', '3.0x5'].map(hasMorePlaces)).toEqual([false, false, false, false, false])
})
