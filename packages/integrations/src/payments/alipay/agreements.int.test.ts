import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AgreementTerms, Agreements } from '../agreements.ts'
import type { PaymentChannel } from '../port.ts'
import { sandboxAlipayConfig } from '../sandbox-keys.ts'
import { failureOf } from '../testing/failure-of.ts'
import { startNoticeServer, type NoticeServer } from '../testing/notice-server.ts'
import { newOrderNo } from '../testing/sample-order.ts'
import { openSandboxMerchant, type SandboxMerchant } from '../testing/sandbox-merchant.ts'
import { createAlipayChannel } from './alipay-channel.ts'

const day = 86_400_000
let merchant: SandboxMerchant
let channel: PaymentChannel
let agreements: Agreements
let server: NoticeServer
let offsetMs = 0
const now = () => new Date(Date.now() + offsetMs)

beforeAll(async () => {
  merchant = await openSandboxMerchant('alipay')
  channel = createAlipayChannel({ ...sandboxAlipayConfig(merchant.keys, { now }), timeoutMs: 1500 })
  if (!channel.agreements) throw new Error('Alipay has agreements')
  agreements = channel.agreements
  server = await startNoticeServer(() => channel)
})
afterAll(() => server.stop())

async function advance(ms: number) {
  offsetMs += ms
  await merchant.advance(ms)
}
/** On Shanghai's calendar, and one that every month has. */
function dayIn(days: number): string {
  const text = new Date(now().getTime() + 8 * 3_600_000 + days * day).toISOString().slice(0, 10)
  return Number(text.slice(8)) <= 28 ? text : `${text.slice(0, 8)}28`
}
const terms = (more: Partial<AgreementTerms> = {}): AgreementTerms => ({
  externalNo: newOrderNo(),
  accountName: 'writer',
  months: 1,
  firstDay: dayIn(30),
  mostFen: 990,
  notifyUrl: server.url,
  returnUrl: 'http://127.0.0.1:3000/membership',
  isOnPhone: false,
  ...more,
})
async function open(asked: AgreementTerms): Promise<string> {
  const response = await fetch(await agreements.signUrl(asked), { redirect: 'manual' })
  return response.headers.get('location') ?? ''
}
async function signed(more: Partial<AgreementTerms> = {}) {
  const asked = terms(more)
  await open(asked)
  await merchant.act('agreement', { agreement: asked.externalNo })
  await merchant.settle()
  const { agreementNo } = await agreements.query({ externalNo: asked.externalNo, agreementNo: null })
  return { ...asked, agreementNo: agreementNo ?? '' }
}
const deduct = (agreementNo: string, more = {}) =>
  agreements.deduct({
    agreementNo,
    orderNo: newOrderNo(),
    amountFen: 990,
    subject: '月度会员',
    notifyUrl: server.url,
    ...more,
  })
const noticesOf = (externalNo: string) =>
  server.readings.flatMap((reading) =>
    reading.ok && reading.notice.type === 'agreement' && reading.notice.externalNo === externalNo
      ? [reading.notice.state]
      : [],
  )

describe('an agreement', () => {
  it('is absent until the payer signs it, then told of, and ended from here once', async () => {
    const asked = terms()
    expect(await open(asked)).toContain('/payments/phone?code=')
    const key = { externalNo: asked.externalNo, agreementNo: null }
    expect(await agreements.query(key)).toMatchObject({ state: 'absent' })
    expect(await agreements.cancel(key)).toBe('absent')
    await merchant.act('agreement', { agreement: asked.externalNo })
    await merchant.settle()
    expect(noticesOf(asked.externalNo)).toEqual(['active'])
    expect(await agreements.query(key)).toEqual({
      state: 'active',
      agreementNo: expect.stringMatching(/^\d{20}$/),
      nextDay: asked.firstDay,
    })
    expect(await agreements.cancel(key)).toBe('ended')
    expect(await agreements.cancel(key)).toBe('absent')
    await merchant.settle()
    expect(noticesOf(asked.externalNo)).toEqual(['active', 'ended'])
    expect(await agreements.query(key)).toMatchObject({ state: 'ended' })
  })

  it('that the payer ends in their own app is told of, and takes no money', async () => {
    const { externalNo, agreementNo } = await signed({ firstDay: dayIn(3) })
    await merchant.act('agreement', { agreement: externalNo, isEnd: true })
    await merchant.settle()
    expect(noticesOf(externalNo)).toEqual(['active', 'ended'])
    expect(await deduct(agreementNo)).toMatchObject({ kind: 'refused', reason: 'agreement_ended' })
  })

  it('is put off, never drawn nearer', async () => {
    const { externalNo, agreementNo, firstDay } = await signed()
    const key = { externalNo, agreementNo }
    await agreements.postpone({ agreementNo, day: dayIn(60), reason: '会员已延长' })
    expect(await agreements.query(key)).toMatchObject({ nextDay: dayIn(60) })
    const nearer = agreements.postpone({ agreementNo, day: firstDay, reason: '会员已缩短' })
    expect(await failureOf(nearer)).toEqual(['refused', 'MODIFY_DEDUCT_TIME_ERROR'])
  })

  it.each(['notice-forged', 'notice-wrong-app', 'notice-lost'])('%s: is found by asking', async (fault) => {
    const asked = terms()
    await open(asked)
    await merchant.fail(fault, { name: asked.externalNo })
    await merchant.act('agreement', { agreement: asked.externalNo })
    await merchant.settle()
    expect(noticesOf(asked.externalNo)).toEqual([])
    expect(await agreements.query({ externalNo: asked.externalNo, agreementNo: null })).toMatchObject({
      state: 'active',
    })
  })

  it.each([
    ['a day that not every month has', { firstDay: '2099-01-29' }],
    ['a day that is over', { firstDay: '2020-01-05' }],
    ['a number that they do not take', { externalNo: 'MZ-1' }],
  ])('with %s is not offered', async (_what, more) => {
    const response = await fetch(await agreements.signUrl(terms(more)), { redirect: 'manual' })
    expect(response.status).toBe(200)
    expect(await response.text()).toContain('isv.invalid-parameter')
  })
})

describe('a deduction', () => {
  it('takes the money, tells it, and moves the next day on by a period', async () => {
    const { externalNo, agreementNo, firstDay } = await signed({ firstDay: dayIn(3), months: 3 })
    const orderNo = newOrderNo()
    const paid = await deduct(agreementNo, { orderNo })
    expect(paid).toMatchObject({ kind: 'paid', amountFen: 990, paidAt: expect.any(Date) })
    expect(await channel.query(orderNo)).toMatchObject({ state: 'paid', amountFen: 990 })
    expect(await deduct(agreementNo, { orderNo })).toMatchObject({ kind: 'paid', amountFen: 990 })
    const { nextDay } = await agreements.query({ externalNo, agreementNo })
    expect(nextDay?.slice(8)).toBe(firstDay.slice(8))
    expect(await deduct(agreementNo)).toMatchObject({ kind: 'refused', reason: 'outside_window' })
    await merchant.settle()
    const told = server.readings.filter((reading) => reading.ok && reading.notice.orderNo === orderNo)
    expect(told).toMatchObject([{ notice: { type: 'paid', amountFen: 990 } }])
  })

  it('is refused above the price, before its window, and where there is too little', async () => {
    const { agreementNo } = await signed({ firstDay: dayIn(28) })
    expect(await deduct(agreementNo)).toMatchObject({ reason: 'outside_window' })
    const near = await signed({ firstDay: dayIn(3) })
    expect(await deduct(near.agreementNo, { amountFen: 991 })).toMatchObject({ reason: 'over_limit' })
    const orderNo = newOrderNo()
    await merchant.fail('payer-short', { name: orderNo })
    expect(await deduct(near.agreementNo, { orderNo })).toMatchObject({ kind: 'refused', reason: 'payer_short' })
    expect(await deduct(near.agreementNo, { orderNo })).toMatchObject({ kind: 'paid' })
  })

  it('whose answer was lost is found under its number', async () => {
    const { agreementNo } = await signed({ firstDay: dayIn(3) })
    const orderNo = newOrderNo()
    await merchant.fail('timeout-after-commit', { name: orderNo })
    expect(await failureOf(deduct(agreementNo, { orderNo }))).toEqual(['unknown_outcome', 'timeout'])
    expect(await channel.query(orderNo)).toMatchObject({ state: 'paid', amountFen: 990 })
    expect(await deduct(agreementNo, { orderNo })).toMatchObject({ kind: 'paid' })
  })

  it('is open five days before its day and not six, and not after it', async () => {
    const { agreementNo } = await signed({ firstDay: dayIn(20) })
    const left = (Date.parse(`${(await firstDayOf(agreementNo)) ?? ''}T00:00:00+08:00`) - now().getTime()) / day
    await advance(Math.round((left - 5) * day) - 3_600_000)
    expect(await deduct(agreementNo)).toMatchObject({ reason: 'outside_window' })
    await advance(2 * 3_600_000)
    expect(await deduct(agreementNo)).toMatchObject({ kind: 'paid' })
  })
})

const firstDayOf = async (agreementNo: string) => (await agreements.query({ externalNo: '', agreementNo })).nextDay
