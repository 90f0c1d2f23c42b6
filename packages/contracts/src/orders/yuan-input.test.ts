import { expect, it } from 'vitest'
import { fenOf, yuanOf } from './yuan-input.ts'

it.each([
  ['70', 7_000],
  ['70.5', 7_050],
  [' 70.05 ', 7_005],
  ['0.01', 1],
  ['70.', 7_000],
  ['70.005', null],
  ['-1', null],
  ['', null],
  ['1e3', null],
])('reads %s as %s fen', (text, fen) => {
  expect(fenOf(text)).toBe(fen)
})

it('writes what it reads', () => {
  for (const fen of [0, 1, 10, 99, 100, 7_005, 1_000_000]) expect(fenOf(yuanOf(fen))).toBe(fen)
})
