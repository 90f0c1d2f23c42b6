import { expect, it } from 'vitest'
import { isCalendarDate } from './calendar-date.ts'
import { officialDocument } from './tool.ts'

it.each([
  '2026年11月24日',
  '2026年1月5日',
  '2024年02月29日',
  '2026-11-24',
  '2026/1/5',
  '2026.11.24',
  '2026 年 1 月 5 日',
])('takes %s for a day', (text) => expect(isCalendarDate(text)).toBe(true))

it.each([
  '',
  '昨天',
  '2026年13月45日',
  '2026年2月29日',
  '2026年0月1日',
  '2026年11月',
  '11月24日',
  '2026-11/24',
  '0000-01-01',
])('takes “%s” for none', (text) => expect(isCalendarDate(text)).toBe(false))

it('is asked of a new official document only where a date is given', () => {
  const { freshInput, input, example } = officialDocument
  expect(freshInput?.safeParse({ ...example, date: '' }).success).toBe(true)
  const refused = freshInput?.safeParse({ ...example, date: '2026年13月45日' })
  expect(refused?.error?.issues).toMatchObject([{ path: ['date'], code: 'custom', params: { rule: 'calendar_date' } }])
  // Forms that were stored before keep being read.
  expect(input.safeParse({ ...example, date: '昨天' }).success).toBe(true)
})
