import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PaymentChannel } from '../port.ts'
import { sandboxWechatConfig } from '../sandbox-keys.ts'
import { openScene, type ChannelScene } from '../testing/channel-scene.ts'
import { failureOf } from '../testing/failure-of.ts'
import { closedAddress } from '../testing/notice-server.ts'
import { newOrderNo } from '../testing/sample-order.ts'
import { openSandboxMerchant, type SandboxMerchant } from '../testing/sandbox-merchant.ts'
import { createWechatChannel } from './wechat-channel.ts'

let merchant: SandboxMerchant
let channel: PaymentChannel
let scene: ChannelScene

beforeAll(async () => {
  merchant = await openSandboxMerchant('wechat', { refundMs: 60_000 })
  channel = createWechatChannel({ ...sandboxWechatConfig(merchant.keys), timeoutMs: 1500 })
  scene = await openScene(merchant, channel)
})
afterAll(() => scene.stop())

const order: ChannelScene['order'] = (more) => scene.order(more)
const payOne: ChannelScene['payOne'] = (more) => scene.payOne(more)

describe('a payment by QR', () => {
  it('waits, then is paid, and its notice says the same', async () => {
    const placed = order()
    const start = await channel.createPayment(placed)
    expect(start).toEqual({ way: 'qr', qrText: expect.stringMatching(/^weixin:\/\/wxpay\//), redirectUrl: null })
    expect(await channel.query(placed.orderNo)).toMatchObject({ state: 'waiting', amountFen: 990, paidAt: null })
    await merchant.pay(start.qrText ?? '')
    await merchant.settle()
    const trade = await channel.query(placed.orderNo)
    expect(trade).toMatchObject({ state: 'paid', amountFen: 990, payerId: expect.any(String) })
    const { transactionId, paidAt, payerId } = trade
    const notice = {
      type: 'paid',
      orderNo: placed.orderNo,
      transactionId,
      amountFen: 990,
      currency: 'CNY',
      paidAt,
      payerId,
      appId: merchant.keys.appId,
      merchantId: merchant.id,
    }
    expect(scene.readingsOf(placed.orderNo)).toEqual([{ ok: true, id: expect.stringMatching(/^EV-/), notice }])
  })

  it.each([29, 110, 990, 1990, 10_000_000])('H 8: of %i fen arrives as such', async (amountFen) => {
    const placed = await payOne({ amountFen })
    expect(await channel.query(placed.orderNo)).toMatchObject({ state: 'paid', amountFen })
    expect(scene.readingsOf(placed.orderNo)).toMatchObject([{ notice: { amountFen } }])
  })

  it('can be asked for again with the same terms; the codes before lead to the same order', async () => {
    const placed = order()
    const first = await channel.createPayment(placed)
    const second = await channel.createPayment(placed)
    expect(second.qrText).not.toBe(first.qrText)
    expect(await failureOf(channel.createPayment({ ...placed, amountFen: 991 }))).toEqual([
      'refused',
      'OUT_TRADE_NO_USED',
    ])
    await merchant.pay(first.qrText ?? '')
    expect(await merchant.pay(second.qrText ?? '')).toMatchObject({ end: 'already_paid' })
    expect(await failureOf(channel.createPayment(placed))).toEqual(['refused', 'INVALID_REQUEST'])
  })

  it('on a phone opens a page; a cashier for computers there is none', async () => {
    const placed = order({ way: 'wap', returnUrl: 'http://127.0.0.1:3000/orders' })
    const { redirectUrl } = await channel.createPayment(placed)
    expect(redirectUrl).toContain('redirect_url=http%3A%2F%2F127.0.0.1%3A3000%2Forders')
    const closed = createWechatChannel({ ...sandboxWechatConfig(merchant.keys), allowsH5: false })
    for (const [asked, way] of [[closed, 'wap'] as const, [channel, 'page'] as const]) {
      expect(await failureOf(asked.createPayment(order({ way })))).toEqual(['refused', 'way_not_supported'])
    }
  })
})

describe('closing', () => {
  it('closes what waits, scanned or not, and tells what is paid and what is unknown', async () => {
    const placed = order()
    await channel.createPayment(placed)
    expect(await channel.close(placed.orderNo)).toBe('closed')
    expect(await channel.close(placed.orderNo)).toBe('closed')
    expect(await channel.query(placed.orderNo)).toMatchObject({ state: 'closed' })
    expect(await merchant.pay(placed.orderNo)).toMatchObject({ end: 'closed' })
    const paid = await payOne()
    expect(await channel.close(paid.orderNo)).toBe('paid')
    const unknown = newOrderNo()
    expect(await channel.close(unknown)).toBe('absent')
    expect(await channel.query(unknown)).toMatchObject({ state: 'absent' })
  })

  it('is needed for what ran out of time; who was at the cashier may still have paid', async () => {
    const own = await openSandboxMerchant('wechat')
    const ownChannel = createWechatChannel(sandboxWechatConfig(own.keys))
    const placed = order()
    await ownChannel.createPayment(placed)
    await own.advance(31 * 60_000)
    expect(await ownChannel.query(placed.orderNo)).toMatchObject({ state: 'waiting' })
    expect(await own.pay(placed.orderNo)).toMatchObject({ end: 'expired' })
    await ownChannel.close(placed.orderNo)
    expect(await own.pay(placed.orderNo, { isLate: true })).toMatchObject({ end: 'paid' })
    expect(await ownChannel.query(placed.orderNo)).toMatchObject({ state: 'paid' })
  })
})

describe('refunds', () => {
  const refundOf = (orderNo: string, refundFen: number) => {
    const refundNo = `F${newOrderNo()}`
    return { orderNo, refundNo, refundFen, totalFen: 990, reason: '不想要了', notifyUrl: scene.url }
  }

  it('H 7: are accepted first and done later, once, however often they are asked for', async () => {
    const { orderNo } = await payOne()
    const refund = refundOf(orderNo, 990)
    const underWay = { state: 'processing', refundFen: 990, reason: null }
    expect(await channel.refund(refund)).toEqual(underWay)
    expect(await channel.refund(refund)).toEqual(underWay)
    await merchant.advance(60_000)
    await merchant.settle()
    expect(await channel.queryRefund(refund)).toEqual({ ...underWay, state: 'succeeded' })
    expect(await channel.query(orderNo)).toMatchObject({ state: 'refunded', amountFen: 990 })
    expect(scene.readingsOf(orderNo).map(({ notice }) => notice)).toMatchObject([
      { type: 'paid' },
      { type: 'refund', refundNo: refund.refundNo, refundFen: 990, state: 'succeeded' },
    ])
  })

  it('H 7: in parts never exceed the whole, and keep their amount', async () => {
    const { orderNo } = await payOne()
    const [first, second] = [refundOf(orderNo, 400), refundOf(orderNo, 500)]
    await channel.refund(first)
    await channel.refund(second)
    expect(await channel.queryRefund(first)).toMatchObject({ refundFen: 400 })
    expect(await failureOf(channel.refund(refundOf(orderNo, 91)))).toEqual(['refused', 'INVALID_REQUEST'])
    expect(await failureOf(channel.refund({ ...first, refundFen: 399 }))).toEqual(['refused', 'INVALID_REQUEST'])
    expect(await channel.queryRefund({ orderNo, refundNo: 'FNONE' })).toMatchObject({ state: 'absent' })
  })

  it.each([
    ['abnormal', 'abnormal', 'ABNORMAL'],
    ['closed', 'failed', 'CLOSED'],
  ] as const)('H 7: that end %s say so', async (refundEnd, state, reason) => {
    const own = await openSandboxMerchant('wechat', { refundMs: 0, refundEnd })
    const ownChannel = createWechatChannel(sandboxWechatConfig(own.keys))
    const placed = order()
    await ownChannel.createPayment(placed)
    await own.pay(placed.orderNo)
    const refund = refundOf(placed.orderNo, 990)
    await ownChannel.refund(refund)
    await own.settle()
    expect(await ownChannel.queryRefund(refund)).toEqual({ state, refundFen: 990, reason })
  })

  it('wait while the merchant has too little', async () => {
    const { orderNo } = await payOne()
    const refund = refundOf(orderNo, 990)
    await merchant.fail('balance-short', { name: orderNo })
    expect(await failureOf(channel.refund(refund))).toEqual(['refused', 'NOT_ENOUGH'])
    expect(await channel.refund(refund)).toMatchObject({ state: 'processing' })
  })

  it('whose answer was lost are found under their number', async () => {
    const { orderNo } = await payOne()
    const refund = refundOf(orderNo, 990)
    await merchant.fail('timeout-after-commit', { name: orderNo })
    expect(await failureOf(channel.refund(refund))).toEqual(['unknown_outcome', 'timeout'])
    expect(await channel.queryRefund(refund)).toMatchObject({ state: 'processing', refundFen: 990 })
  })
})

describe('answers that fail', () => {
  it.each([
    ['server-error', 'unknown_outcome', 'SYSTEM_ERROR'],
    ['error-after-commit', 'unknown_outcome', 'SYSTEM_ERROR'],
    ['timeout-after-commit', 'unknown_outcome', 'timeout'],
    ['html-error', 'unknown_outcome', 'http_502'],
    ['forged-response', 'unknown_outcome', 'wrong_response_signature'],
    ['unsigned-response', 'unknown_outcome', 'wrong_response_signature'],
    ['rate-limit', 'rate_limited', 'FREQUENCY_LIMITED'],
    ['bad-key', 'misconfigured', 'SIGN_ERROR'],
  ])('%s: asking for a QR is %s, and again gives one order', async (fault, kind, code) => {
    const placed = order()
    await merchant.fail(fault, { name: placed.orderNo })
    expect(await failureOf(channel.createPayment(placed))).toEqual([kind, code])
    expect(await channel.createPayment(placed)).toMatchObject({ qrText: expect.any(String) })
  })

  it.each(['server-error', 'hang', 'timeout-after-commit', 'forged-response', 'unsigned-response', 'html-error'])(
    '%s: a question without an answer changed nothing',
    async (fault) => {
      const { orderNo } = await payOne()
      await merchant.fail(fault, { name: orderNo })
      expect(await failureOf(channel.query(orderNo))).toEqual(['unavailable', expect.any(String)])
      expect(await channel.query(orderNo)).toMatchObject({ state: 'paid' })
    },
  )

  it('that come late, but within their time, are answers', async () => {
    const { orderNo } = await payOne()
    await merchant.fail('slow-first-byte', { name: orderNo, arg: 300 })
    const startedAt = performance.now()
    expect(await channel.query(orderNo)).toMatchObject({ state: 'paid' })
    expect(performance.now() - startedAt).toBeGreaterThan(290)
  })

  it('"no such order" unsigned is no answer', async () => {
    const unknown = newOrderNo()
    await merchant.fail('unsigned-response', { name: unknown })
    expect(await failureOf(channel.query(unknown))).toEqual(['unavailable', 'wrong_response_signature'])
  })

  it('wrong keys, another merchant, a server that is not there, a caller who leaves', async () => {
    const config = sandboxWechatConfig(merchant.keys)
    const failing = (more: object) => failureOf(createWechatChannel({ ...config, ...more }).createPayment(order()))
    expect(await failing({ merchantSerial: 'ABCDEF0123456789' })).toEqual(['misconfigured', 'SIGN_ERROR'])
    expect(await failing({ merchantId: '1000000009' })).toEqual(['misconfigured', 'SIGN_ERROR'])
    expect(await failing({ appId: 'wx0000000000000000' })).toEqual(['misconfigured', 'APPID_MCHID_NOT_MATCH'])
    expect(await failing({ baseUrl: await closedAddress() })).toEqual(['unavailable', 'ECONNREFUSED'])
    expect(await failing({ network: 'public' })).toEqual(['misconfigured', 'ADDRESS_REFUSED'])
    await expect(channel.query('R1', AbortSignal.abort(new Error('left')))).rejects.toThrow('left')
  })
})
