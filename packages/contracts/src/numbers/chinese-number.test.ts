import { expect, it } from 'vitest'
import { aboutSoMany, chineseValue } from './chinese-number.ts'

it.each([
  ['七', 7],
  ['十', 10],
  ['二十一', 21],
  ['一百零五', 105],
  ['一百二十万', 1_200_000],
  ['两亿三千万', 230_000_000],
  ['二〇二六', 2_026],
  ['一千零十', 1_010],
  ['三点五', 3.5],
  ['万', 1e4],
  ['两千三', 2_300],
  ['一万二', 12_000],
  ['两千零三', 2_003],
  ['三百二十一', 321],
])('reads %s', (text, value) => {
  expect(chineseValue(text)).toBe(value)
})

it.each([
  ['三四', [3, 4]],
  ['二三十', [20, 30]],
  ['十七八', [17, 18]],
  ['三十四', null],
])('reads about how many %s are', (text, values) => {
  expect(aboutSoMany(text)).toEqual(values)
})
