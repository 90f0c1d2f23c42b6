import { expect, it } from 'vitest'
import { idNumberOf } from '../testing/id-number.ts'
import { isIdNumber } from './id-number.ts'

it.each([
  // The example of the standard itself.
  ['11010519491231002X', true],
  ['440524188001010014', true],
  ['110105194912310021', false],
  ['11010519490231002X', false],
  ['11010519491231002x', false],
  ['1101051949123100', false],
  ['', false],
])('%s: %s', (text, isFine) => {
  expect(isIdNumber(text)).toBe(isFine)
})

it('holds what tests make up for valid, another one each time', () => {
  const made = [0, 1, 999, 1_000, 20_000_000].map(idNumberOf)
  expect(made.every(isIdNumber)).toBe(true)
  expect(new Set(made).size).toBe(made.length)
})
