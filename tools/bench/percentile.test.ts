import { expect, it } from 'vitest'
import { percentile } from './percentile.ts'

it('takes the nearest rank', () => {
  const samples = [5, 1, 4, 2, 3]
  expect(percentile(samples, 0.5)).toBe(3)
  expect(percentile(samples, 0.95)).toBe(5)
  expect(percentile([7], 0.5)).toBe(7)
})
