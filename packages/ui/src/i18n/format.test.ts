import { expect, it } from 'vitest'
import {
  formatElapsed,
  formatFen,
  formatLastDay,
  formatMicroYuan,
  formatNumber,
  formatSigned,
  formatSignedFen,
  formatSpan,
  formatTime,
  hourOf,
  startOfDay,
} from './format.ts'

const now = Date.parse('2026-11-24T01:00:00Z')
const ago = (minutes: number) => new Date(now - minutes * 60_000).toISOString()

it('shows times within a day as ages, and older ones as a date in Shanghai', () => {
  expect(formatTime('zh-CN', ago(0), now)).toBe('现在')
  expect(formatTime('zh-CN', ago(5), now)).toBe('5分钟前')
  expect(formatTime('zh-CN', ago(23 * 60), now)).toBe('23小时前')
  expect(formatTime('zh-CN', ago(24 * 60), now)).toBe('11月23日 09:00')
  expect(formatTime('zh-CN', '2025-11-23T16:30:00Z', now)).toBe('2025年11月24日 00:30')
  expect(formatTime('en', ago(24 * 60), now)).toBe('Nov 23, 09:00')
})

it('names the last day of what ends at a midnight, and the day itself of what ends within it', () => {
  expect(formatLastDay('zh-CN', '2026-12-18T16:00:00Z')).toBe('2026年12月18日')
  expect(formatLastDay('en', '2026-12-18T15:59:00Z')).toBe('Dec 18, 2026')
})

it('groups digits, signs changes with a real minus, and writes fen as yuan', () => {
  expect(formatNumber('zh-CN', 12_345_678)).toBe('12,345,678')
  expect(formatSigned('zh-CN', -10)).toBe('−10')
  expect(formatSigned('zh-CN', 50)).toBe('+50')
  expect(formatSigned('zh-CN', 0)).toBe('0')
  expect(formatFen('zh-CN', 990)).toBe('¥9.90')
})

it('shows money that came and went with its sign', () => {
  expect([990, -990, 0].map((fen) => formatSignedFen('zh-CN', fen))).toEqual(['+¥9.90', '−¥9.90', '¥0.00'])
})

it('never shows a cost above zero as zero', () => {
  expect(formatMicroYuan('zh-CN', 0)).toBe('¥0.00')
  expect(formatMicroYuan('zh-CN', 12)).toBe('¥0.000012')
  expect(formatMicroYuan('zh-CN', 15_310)).toBe('¥0.0153')
  expect(formatMicroYuan('zh-CN', 2_500_000)).toBe('¥2.50')
})

it('cuts days at midnight in Shanghai', () => {
  expect(startOfDay('2026-11-24')).toBe('2026-11-23T16:00:00.000Z')
  expect(startOfDay('2026-11-24', 1)).toBe('2026-11-24T16:00:00.000Z')
  expect(hourOf(Date.parse('2026-11-23T16:30:00Z'))).toBe(0)
})

it('counts elapsed time in minutes and seconds', () => {
  expect(formatElapsed(-5)).toBe('0:00')
  expect(formatElapsed(67_900)).toBe('1:07')
})

it.each([
  [20, '1分钟', '1 minute'],
  [2_400, '40分钟', '40 minutes'],
  [5_400, '1.5小时', '1.5 hours'],
  [400_000, '5天', '5 days'],
])('says roughly how long %i seconds are', (seconds, zh, en) => {
  expect(formatSpan('zh-CN', seconds)).toBe(zh)
  expect(formatSpan('en', seconds)).toBe(en)
})
