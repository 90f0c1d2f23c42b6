import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sandboxAlipayConfig } from '../sandbox-keys.ts'
import { openScene, type ChannelScene } from '../testing/channel-scene.ts'
import { failureOf } from '../testing/failure-of.ts'
import { closedAddress } from '../testing/notice-server.ts'
import { newOrderNo } from '../testing/sample-order.ts'
import { openSandboxMerchant, type SandboxMerchant } from '../testing/sandbox-merchant.ts'
import type { PaymentChannel } from '../port.ts'
import { createAlipayChannel } from './alipay-channel.ts'

let merchant: SandboxMerchant
let channel: PaymentChannel
let scene: ChannelScene

beforeAll(async () => {
  merchant = await openSandboxMerchant('alipay', { isBillReady: true })
  channel = createAlipayChannel({ ...sandboxAlipayConfig(merchant.keys), timeoutMs: 1500 })
  scene = await openScene(merchant, channel)
})
afterAll(() => scene.stop())

const order: ChannelScene['order'] = (more) => scene.order(more)
const payOne: ChannelScene['payOne'] = (more) => scene.payOne(more)

describe('a payment by QR', () => {
  it('is absent until it is scanned, then waiting, then paid, and its notice says the same', async () => {
    const placed = order()
    const start = await channel.createPayment(placed)
    expect(start).toEqual({
      way: 'qr',
      qrText: expect.stringMatching(/^https:\/\/qr\.alipay\.com\//),
      redirectUrl: null,
    })
    expect(await channel.query(placed.orderNo)).toMatchObject({ state: 'absent', amountFen: null })
    await merchant.scan(placed.orderNo)
    expect(await channel.query(placed.orderNo)).toMatchObject({ state: 'waiting', amountFen: 990, paidAt: null })
    expect(await merchant.pay(start.qrText ?? '')).toMatchObject({ end: 'paid' })
    await merchant.settle()
    const trade = await channel.query(placed.orderNo)
    expect(trade).toMatchObject({ state: 'paid', amountFen: 990, orderNo: placed.orderNo })
    expect(scene.readingsOf(placed.orderNo)).toEqual([
      {
        ok: true,
        id: expect.any(String),
        notice: {
          type: 'paid',
          orderNo: placed.orderNo,
          transactionId: trade.transactionId,
          amountFen: 990,
          currency: 'CNY',
          appId: merchant.id,
          merchantId: merchant.keys.sellerId,
          paidAt: trade.paidAt,
          payerId: trade.payerId,
        },
      },
    ])
    expect(trade.raw).not.toHaveProperty('buyer_logon_id')
    expect(Math.abs((trade.paidAt?.getTime() ?? 0) - Date.now())).toBeLessThan(60_000)
  })

  it.each([29, 110, 990, 1990, 10_000_000])('H 8: of %i fen arrives as such', async (amountFen) => {
    const placed = await payOne({ amountFen })
    expect(await channel.query(placed.orderNo)).toMatchObject({ state: 'paid', amountFen })
    expect(scene.readingsOf(placed.orderNo)).toMatchObject([{ notice: { amountFen } }])
  })

  it('can be asked for again with the same terms, and not with others', async () => {
    const placed = order()
    const first = await channel.createPayment(placed)
    expect(await channel.createPayment(placed)).toEqual(first)
    expect(await failureOf(channel.createPayment({ ...placed, amountFen: 991 }))).toEqual([
      'refused',
      'ACQ.CONTEXT_INCONSISTENT',
    ])
    await merchant.pay(placed.orderNo)
    expect(await failureOf(channel.createPayment(placed))).toEqual(['refused', 'ACQ.TRADE_HAS_SUCCESS'])
  })

  it('by the cashier is an address that leads to it', async () => {
    for (const way of ['page', 'wap'] as const) {
      const placed = order({ way, returnUrl: 'http://127.0.0.1:3000/orders?a=1&b=2' })
      const { redirectUrl } = await channel.createPayment(placed)
      const response = await fetch(redirectUrl ?? '', { redirect: 'manual' })
      expect(response.status).toBe(302)
      expect(response.headers.get('location')).toContain('/payments/phone?code=')
      await merchant.pay(placed.orderNo)
      expect(await channel.query(placed.orderNo)).toMatchObject({ state: 'paid', amountFen: 990 })
    }
  })
})

describe('closing', () => {
  it('finds nothing before the scan, closes what waits, and tells what is paid', async () => {
    const [unscanned, waiting] = [order(), order()]
    await channel.createPayment(unscanned)
    expect(await channel.close(unscanned.orderNo)).toBe('absent')
    await channel.createPayment(waiting)
    await merchant.scan(waiting.orderNo)
    expect(await channel.close(waiting.orderNo)).toBe('closed')
    expect(await channel.close(waiting.orderNo)).toBe('closed')
    expect(await channel.query(waiting.orderNo)).toMatchObject({ state: 'closed', paidAt: null })
    expect(await merchant.pay(waiting.orderNo)).toMatchObject({ end: 'closed' })
    const paid = await payOne()
    expect(await channel.close(paid.orderNo)).toBe('paid')
  })

  it('does not stop who was at the cashier already', async () => {
    const placed = order()
    await channel.createPayment(placed)
    await merchant.scan(placed.orderNo)
    await channel.close(placed.orderNo)
    expect(await merchant.pay(placed.orderNo, { isLate: true })).toMatchObject({ end: 'paid' })
    await merchant.settle()
    expect(scene.readingsOf(placed.orderNo)).toMatchObject([{ notice: { type: 'paid' } }])
  })
})

describe('refunds', () => {
  const refundOf = (orderNo: string, refundFen: number, refundNo = `F${newOrderNo()}`) => {
    return { orderNo, refundNo, refundFen, totalFen: 990, reason: '不想要了', notifyUrl: null }
  }

  it('H 7: go back whole, once, however often they are asked for', async () => {
    const { orderNo } = await payOne()
    const refund = refundOf(orderNo, 990)
    const done = { state: 'succeeded', refundFen: 990, reason: null }
    expect(await channel.refund(refund)).toEqual(done)
    expect(await channel.refund(refund)).toEqual(done)
    expect(await channel.queryRefund(refund)).toEqual(done)
    expect(await channel.query(orderNo)).toMatchObject({ state: 'refunded', amountFen: 990, paidAt: expect.any(Date) })
    await merchant.settle()
    expect(scene.readingsOf(orderNo).map((reading) => reading.ok && reading.notice)).toMatchObject([
      { type: 'paid' },
      { type: 'refund', refundNo: refund.refundNo, refundFen: 990, state: 'succeeded' },
    ])
  })

  it('H 7: in parts stay paid, are told as refunds, and never exceed the whole', async () => {
    const { orderNo } = await payOne()
    const [first, second] = [refundOf(orderNo, 400), refundOf(orderNo, 500)]
    expect(await channel.refund(first)).toMatchObject({ state: 'succeeded', refundFen: 400 })
    expect(await channel.refund(second)).toMatchObject({ state: 'succeeded', refundFen: 500 })
    expect(await channel.queryRefund(first)).toMatchObject({ state: 'succeeded', refundFen: 400 })
    expect(await failureOf(channel.refund(refundOf(orderNo, 91)))).toEqual([
      'refused',
      'ACQ.REFUND_AMT_NOT_EQUAL_TOTAL',
    ])
    expect(await failureOf(channel.refund({ ...first, refundFen: 399 }))).toEqual([
      'refused',
      'ACQ.DISCORDANT_REPEAT_REQUEST',
    ])
    expect(await channel.query(orderNo)).toMatchObject({ state: 'paid' })
    await merchant.settle()
    expect(scene.readingsOf(orderNo).map((reading) => reading.ok && reading.notice.type)).toEqual([
      'paid',
      'refund',
      'refund',
    ])
  })

  it('that never were are absent', async () => {
    const { orderNo } = await payOne()
    const absent = { state: 'absent', refundFen: null, reason: null }
    expect(await channel.queryRefund({ orderNo, refundNo: 'FNONE' })).toEqual(absent)
    expect(await channel.queryRefund({ orderNo: newOrderNo(), refundNo: 'FNONE' })).toEqual(absent)
  })

  it('wait while the merchant has too little', async () => {
    const { orderNo } = await payOne()
    const refund = refundOf(orderNo, 990)
    await merchant.fail('balance-short', { name: orderNo })
    expect(await failureOf(channel.refund(refund))).toEqual(['refused', 'ACQ.SELLER_BALANCE_NOT_ENOUGH'])
    expect(await channel.refund(refund)).toMatchObject({ state: 'succeeded' })
  })

  it('whose answer was lost are found under their number', async () => {
    const { orderNo } = await payOne()
    const refund = refundOf(orderNo, 990)
    await merchant.fail('error-after-commit', { name: orderNo })
    expect(await failureOf(channel.refund(refund))).toEqual(['unknown_outcome', 'isp.unknow-error'])
    expect(await channel.queryRefund(refund)).toMatchObject({ state: 'succeeded', refundFen: 990 })
    expect(await channel.refund(refund)).toMatchObject({ state: 'succeeded', refundFen: 990 })
  })
})

describe('answers that fail', () => {
  it.each([
    ['server-error', 'unknown_outcome', 'isp.unknow-error'],
    ['error-after-commit', 'unknown_outcome', 'isp.unknow-error'],
    ['timeout-after-commit', 'unknown_outcome', 'timeout'],
    ['html-error', 'unknown_outcome', 'http_502'],
    ['forged-response', 'unknown_outcome', 'wrong_response_signature'],
    ['unsigned-response', 'unknown_outcome', 'wrong_response_signature'],
    ['rate-limit', 'rate_limited', 'isv.app-call-limited'],
    ['bad-key', 'misconfigured', 'isv.invalid-signature'],
  ])('%s: asking for a QR is %s, and again gives one order', async (fault, kind, code) => {
    const placed = order()
    await merchant.fail(fault, { name: placed.orderNo })
    expect(await failureOf(channel.createPayment(placed))).toEqual([kind, code])
    expect(await channel.createPayment(placed)).toMatchObject({ qrText: expect.any(String) })
    await merchant.pay(placed.orderNo)
    expect(await channel.query(placed.orderNo)).toMatchObject({ state: 'paid', amountFen: 990 })
  })

  it.each(['server-error', 'hang', 'timeout-after-commit', 'forged-response', 'html-error'])(
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

  it('keys of another app, a gateway that is not there, a caller who leaves', async () => {
    const keys = sandboxAlipayConfig(merchant.keys)
    const strange = createAlipayChannel({ ...keys, appId: '2021009999999999' })
    expect(await failureOf(strange.query('R1'))).toEqual(['misconfigured', 'isv.invalid-app-id'])
    const nowhere = createAlipayChannel({ ...keys, gateway: `${await closedAddress()}/gateway.do` })
    expect(await failureOf(nowhere.createPayment(order()))).toEqual(['unavailable', 'ECONNREFUSED'])
    const guarded = createAlipayChannel({ ...keys, network: 'public' })
    expect(await failureOf(guarded.query('R1'))).toEqual(['misconfigured', 'ADDRESS_REFUSED'])
    const leaving = AbortSignal.abort(new Error('left'))
    await expect(channel.query('R1', leaving)).rejects.toThrow('left')
  })

  it('a server whose clock is a day off is told so', async () => {
    const clock = { now: () => new Date(Date.now() - 86_400_000) }
    const slow = createAlipayChannel(sandboxAlipayConfig(merchant.keys, clock))
    expect(await failureOf(slow.query('R1'))).toEqual(['misconfigured', 'isv.invalid-timestamp'])
  })
})
