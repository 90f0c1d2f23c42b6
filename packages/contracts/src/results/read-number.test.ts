import { expect, it } from 'vitest'
import { isOnlyNumber, readNumber } from './read-number.ts'

it.each([
  ['5', 5],
  ['约 1.5 秒', 1.5],
  ['1,200', 1200],
  ['十二', 12],
  ['二十秒', 20],
  ['三秒', 3],
  ['3-5', 4],
  ['3~4秒', 4],
  ['2 至 6 秒', 4],
  ['3秒—5秒', 4],
  ['1分30秒', 90],
  ['2 min', 120],
  ['00:03-00:08', 5],
  ['01:05', 65],
  ['５秒', 5],
  ['００：０３－００：０８', 5],
  ['1分10秒', 70],
  ['约10s', 10],
  ['两秒', 2],
  ['半秒', 0.5],
  ['半分钟', 30],
  ['一分半', 90],
  ['1分半', 90],
  ['1.5分钟', 90],
  ['一分二十秒', 80],
  [`0'05"`, 5],
  [`0′05″-0′15″`, 10],
  ['00:00:05-00:00:15', 10],
  ['3秒钟到5秒钟', 4],
  ['', 0],
  ['不限', 0],
])('reads the number of %j', (text, value) => {
  expect(readNumber(text)).toBe(value)
})

it.each(['5', ' 5 秒', '1.5s', '**5**', '十二秒', '1,200', '5″', '-', ''])('holds %j as a number', (text) => {
  expect(isOnlyNumber(text)).toBe(true)
})

it.each(['约5秒', '3-5', '5秒左右', '1分30秒', '不限'])('says that %j is more than a number', (text) => {
  expect(isOnlyNumber(text)).toBe(false)
})
