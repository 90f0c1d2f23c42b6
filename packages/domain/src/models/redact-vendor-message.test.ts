import { expect, it } from 'vitest'
import { redactVendorMessage } from './redact-vendor-message.ts'

const known = {
  secrets: ['sk-live-0123456789abcdef'],
  texts: ['请为“云岭山泉”写一篇推广文章，联系人李晓明', 'The quick brown fox jumps over'],
}
const redacted = (message: string) => redactVendorMessage(message, known)

it('keeps what a vendor says of itself', () => {
  expect(redacted('Rate limit reached for requests. Retry later.')).toBe(
    'Rate limit reached for requests. Retry later.',
  )
  expect(redacted('余额不足，请充值后再试（1113）')).toBe('余额不足，请充值后再试（1113）')
})

it.each([
  ['the key itself', 'Incorrect API key provided: sk-live-0123456789abcdef.', '0123456789abcdef'],
  ['a key masked by half', 'Incorrect key sk-live-0123***cdef given', '0123'],
  ['another key', 'token eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9 expired', 'eyJhbGci'],
  ['what a person wrote', '输入 请为“云岭山泉”写一篇推广文章 含敏感内容', '云岭山泉'],
  ['a name out of it', '命中词：联系人李晓明', '李晓明'],
  ['what it wrote itself', 'blocked near The quick brown fox', 'quick brown'],
  ['anything in quotes', `Invalid value: '我的日记'`, '日记'],
  ['an address', 'account zhang.san@example.com suspended', 'zhang.san'],
  ['a number of a phone', '账号 13812345678 欠费', '13812345678'],
])('hides %s', (_, message, secret) => {
  expect(redacted(message)).not.toContain(secret)
  expect(redacted(message)).toContain('…')
})

it('is short, whatever came', () => {
  expect(Array.from(redacted('好'.repeat(5_000))).length).toBeLessThanOrEqual(300)
})
