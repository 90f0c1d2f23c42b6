import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PaymentChannel } from '../port.ts'
import { sandboxAlipayConfig } from '../sandbox-keys.ts'
import { closedAddress, startNoticeServer, type NoticeServer } from '../testing/notice-server.ts'
import { sampleOrder } from '../testing/sample-order.ts'
import { openSandboxMerchant, type SandboxMerchant } from '../testing/sandbox-merchant.ts'
import { createAlipayChannel } from './alipay-channel.ts'

let merchant: SandboxMerchant
let channel: PaymentChannel
let server: NoticeServer

beforeAll(async () => {
  merchant = await openSandboxMerchant('alipay')
  channel = createAlipayChannel(sandboxAlipayConfig(merchant.keys))
  server = await startNoticeServer(() => channel)
})
afterAll(() => server.stop())

const order = () => sampleOrder(server.url)
async function payOne() {
  const placed = order()
  await channel.createPayment(placed)
  await merchant.pay(placed.orderNo)
  await merchant.settle()
  return placed
}
const readingsOf = (orderNo: string) =>
  server.readings.filter((reading) => reading.ok && reading.notice.orderNo === orderNo)

describe('notices', () => {
  it.each([
    ['notice-forged', { ok: false, reason: 'signature' }],
    ['notice-wrong-app', { ok: false, reason: 'wrong_app' }],
    ['notice-wrong-merchant', { ok: false, reason: 'wrong_merchant' }],
    ['notice-wrong-order', { ok: true, notice: { type: 'paid', orderNo: expect.stringMatching(/X$/) } }],
    ['notice-wrong-amount', { ok: true, notice: { type: 'paid', amountFen: 989 } }],
  ])('4, H 3, H 4: %s', async (variant, expected) => {
    const { orderNo } = await payOne()
    const before = server.readings.length
    await merchant.notify(orderNo, { variants: [variant] })
    expect(server.readings.slice(before)).toMatchObject([expected])
  })

  it('come again under one id, also at once, until they are accepted', async () => {
    const placed = order()
    await channel.createPayment(placed)
    await merchant.fail('notice-duplicate', { name: placed.orderNo })
    await merchant.pay(placed.orderNo)
    await merchant.settle()
    const readings = readingsOf(placed.orderNo)
    expect(readings).toHaveLength(5)
    expect(new Set(readings.map((reading) => reading.ok && reading.id)).size).toBe(1)
  })

  it('H 2, H 5: that are lost leave the question; that come in the wrong order say what they are', async () => {
    const [lost, reordered] = [order(), order()]
    await channel.createPayment(lost)
    await merchant.fail('notice-lost', { name: lost.orderNo })
    await merchant.pay(lost.orderNo)
    await channel.createPayment(reordered)
    await merchant.fail('notice-reordered', { name: reordered.orderNo })
    await merchant.pay(reordered.orderNo)
    await merchant.advance(10)
    expect(readingsOf(lost.orderNo)).toEqual([])
    expect(await channel.query(lost.orderNo)).toMatchObject({ state: 'paid' })
    expect(readingsOf(reordered.orderNo).map((reading) => reading.ok && reading.notice.type)).toEqual([
      'closed',
      'paid',
    ])
  })

  it('are repeated for 25 hours, eight times in all, to whoever does not answer success', async () => {
    const own = await openSandboxMerchant('alipay')
    const ownChannel = createAlipayChannel(sandboxAlipayConfig(own.keys))
    const placed = sampleOrder(`${await closedAddress()}/nobody`)
    await ownChannel.createPayment(placed)
    await own.pay(placed.orderNo)
    await own.advance(26 * 3_600_000)
    const [notice] = await own.notices()
    const times = notice?.attempts.map(({ at }) => Date.parse(at)) ?? []
    const gaps = times.slice(1).map((at, index) => Math.round((at - (times[index] ?? 0)) / 60_000))
    expect(gaps).toEqual([4, 10, 10, 60, 120, 360, 900])
    expect(notice?.nextAt).toBeNull()
  })

  it('H 5: tell of a refund made past us, and of the end of refunding', async () => {
    const { orderNo } = await payOne()
    await merchant.act('refund', { trade: orderNo, amountFen: 300 })
    await merchant.act('finish', { trade: orderNo })
    await merchant.settle()
    const notices = readingsOf(orderNo).map((reading) => reading.ok && reading.notice)
    expect(notices).toMatchObject([
      { type: 'paid' },
      { type: 'refund', refundNo: expect.stringMatching(/^CONSOLE/), refundFen: 300 },
      { type: 'paid' },
    ])
  })

  it('5, H 4: altered in any byte are refused', async () => {
    const { orderNo } = await payOne()
    const raw = server.raw.findLast(({ body }) => Buffer.from(body).includes(orderNo))
    if (!raw) throw new Error('no notice came')
    const text = Buffer.from(raw.body).toString()
    const altered = [
      text.replace('total_amount=9.90', 'total_amount=990.00'),
      text.replace('sign_type=RSA2', 'sign_type=RSA'),
      text.replace('sign_type=RSA2', 'sign_type=none'),
      `${text}&extra=1`,
      text.replace(/&sign=[^&]*/, ''),
      `${text}&total_amount=0.01`,
      '',
      '%',
    ]
    for (const body of altered) {
      expect(await channel.parseNotice({ ...raw, body: Buffer.from(body) })).toMatchObject({ ok: false })
    }
    expect(await channel.parseNotice({ ...raw, body: Buffer.from([0xff, 0xfe]) })).toEqual({
      ok: false,
      reason: 'malformed',
    })
  })
})
