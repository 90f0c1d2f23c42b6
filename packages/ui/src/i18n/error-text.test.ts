import { errorTable } from '@mozhou/contracts/errors'
import { beforeAll, expect, it } from 'vitest'
import { uiEn } from './en.ts'
import { uiZh } from './zh.ts'
import { errorText } from './error-text.ts'
import { isLate, lateErrors } from './late-errors.ts'
import { isSignedOut } from '../wire/wire-error.ts'
import type { ShownCode, ShownError } from '../wire/wire-error.ts'

const number = (value: number) => String(value)
const chinese = { locale: 'zh-CN', dictionary: uiZh, late: lateErrors } as const
const english = { locale: 'en', dictionary: uiEn, late: lateErrors } as const
const shown = (code: ShownCode, params: ShownError['params'] = {}): ShownError => ({
  code,
  params,
  requestId: 'req-7',
  fields: [],
})

beforeAll(async () => {
  await Promise.all([lateErrors.fetch('zh-CN'), lateErrors.fetch('en')])
})

it('has the words from the first bytes on for whatever ends a session or never arrives', () => {
  const codes = [
    ...(Object.keys(errorTable) as ShownCode[]).filter(isSignedOut),
    'NETWORK' as const,
    'INTERNAL' as const,
  ]
  expect(codes.length).toBeGreaterThan(5)
  expect(codes.filter(isLate)).toEqual([])
})

it.each([...Object.keys(errorTable), 'NETWORK'])('says something complete about %s in both languages', (code) => {
  for (const words of [chinese, english]) {
    const text = errorText(words, shown(code as ShownCode), number)
    expect(text.length).toBeGreaterThan(10)
    expect(text).not.toMatch(/\{\{|undefined|NaN/)
    expect(text).not.toBe(words.dictionary.ui.errorWithCode(code))
  }
})

it('says how long to wait when the API knows', () => {
  expect(errorText(chinese, shown('LOGIN_LOCKED', { retryAfterSeconds: 840 }), number)).toContain('请 14 分钟后再试')
  expect(errorText(chinese, shown('RATE_LIMITED', { retryAfterSeconds: 9 }), number)).toContain('请 9 秒后再试')
  expect(errorText(chinese, shown('RATE_LIMITED'), number)).toContain('请过一会儿后再试')
})

it('gives the number to quote for a fault of ours, and only then', () => {
  expect(errorText(chinese, shown('INTERNAL'), number)).toContain('req-7')
  expect(errorText(chinese, shown('USERNAME_TAKEN'), number)).not.toContain('req-7')
})
