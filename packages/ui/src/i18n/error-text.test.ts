import { errorTable } from '@mozhou/contracts/errors'
import { expect, it } from 'vitest'
import { uiEn } from './en.ts'
import { uiZh } from './zh.ts'
import { errorText } from './error-text.ts'
import type { ShownCode, ShownError } from '../api/wire-error.ts'

const number = (value: number) => String(value)
const shown = (code: ShownCode, params: ShownError['params'] = {}): ShownError => ({
  code,
  params,
  requestId: 'req-7',
  fields: [],
})

it.each([...Object.keys(errorTable), 'NETWORK'])('says something complete about %s in both languages', (code) => {
  for (const dictionary of [uiZh, uiEn]) {
    const text = errorText(dictionary, shown(code as ShownCode), number)
    expect(text.length).toBeGreaterThan(10)
    expect(text).not.toMatch(/\{\{|undefined|NaN/)
  }
})

it('says how long to wait when the API knows', () => {
  expect(errorText(uiZh, shown('LOGIN_LOCKED', { retryAfterSeconds: 840 }), number)).toContain('请 14 分钟后再试')
  expect(errorText(uiZh, shown('RATE_LIMITED', { retryAfterSeconds: 9 }), number)).toContain('请 9 秒后再试')
  expect(errorText(uiZh, shown('RATE_LIMITED'), number)).toContain('请过一会儿后再试')
})

it('gives the number to quote for a fault of ours, and only then', () => {
  expect(errorText(uiZh, shown('INTERNAL'), number)).toContain('req-7')
  expect(errorText(uiZh, shown('USERNAME_TAKEN'), number)).not.toContain('req-7')
})
