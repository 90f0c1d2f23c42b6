import { expect, it } from 'vitest'
import { readYuan } from './read-yuan.ts'

it.each([
  ['0.29', 29],
  ['1.1', 110],
  ['9.90', 990],
  ['¥ 19.90', 1_990],
  ['88', 8_800],
])('%s is %i fen', (text, fen) => {
  expect(readYuan(text)).toBe(fen)
})

it.each([[''], ['9.'], ['1.234'], ['-1'], ['九'], ['1,000']])('%j is no amount', (text) => {
  expect(readYuan(text)).toBeNaN()
})
