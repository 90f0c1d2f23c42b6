import { expect, it } from 'vitest'
import { redactNotice } from './redact-notice.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

it('shows a form a line each, decoded, and hides who paid', () => {
  const body = 'subject=%E5%85%85%E5%80%BC+100&buyer_id=2088102&buyer_logon_id=a%40b.c&total_amount=9.90&bad=%E5'
  expect(redactNotice(bytes(body))).toBe(
    ['subject=充值 100', 'buyer_id=***', 'buyer_logon_id=***', 'total_amount=9.90', 'bad=%E5'].join('\n'),
  )
})

it('hides who has signed an agreement', () => {
  const body = 'agreement_no=2026&alipay_user_id=2088&alipay_logon_id=159&alipay_open_id=o1'
  expect(redactNotice(bytes(body))).toBe(
    ['agreement_no=2026', 'alipay_user_id=***', 'alipay_logon_id=***', 'alipay_open_id=***'].join('\n'),
  )
})

it('hides the payer wherever JSON names one', () => {
  const text = redactNotice(bytes(JSON.stringify({ id: 'EV-1', resource: { payer: { openid: 'oX' }, amount: 990 } })))
  expect(JSON.parse(text)).toEqual({ id: 'EV-1', resource: { payer: '***', amount: 990 } })
})

it.each([['forged'], ['{"broken'], ['']])('shows %j as it came', (text) => {
  expect(redactNotice(bytes(text))).toBe(text)
})
