import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PaymentChannel } from '../port.ts'
import { sandboxWechatConfig } from '../sandbox-keys.ts'
import { failureOf } from '../testing/failure-of.ts'
import { startNoticeServer, type NoticeServer } from '../testing/notice-server.ts'
import { sampleOrder } from '../testing/sample-order.ts'
import { openSandboxMerchant, type SandboxMerchant } from '../testing/sandbox-merchant.ts'
import { createWechatChannel } from './wechat-channel.ts'

let merchant: SandboxMerchant
let channel: PaymentChannel
let server: NoticeServer

beforeAll(async () => {
  merchant = await openSandboxMerchant('wechat')
  channel = createWechatChannel(sandboxWechatConfig(merchant.keys))
  server = await startNoticeServer(() => channel)
})
afterAll(() => server.stop())

async function paidOrder(of = { merchant, channel }): Promise<string> {
  const placed = sampleOrder(server.url)
  await of.channel.createPayment(placed)
  await of.merchant.pay(placed.orderNo)
  await of.merchant.settle()
  return placed.orderNo
}

async function readingOf(orderNo: string, variants: string[]) {
  const before = server.readings.length
  const sent = await merchant.notify(orderNo, { variants })
  return { readings: server.readings.slice(before), attempts: sent.attempts }
}

describe('notices', () => {
  it.each([
    ['notice-forged', { ok: false, reason: 'signature' }],
    ['notice-stale', { ok: false, reason: 'signature' }],
    ['notice-wrong-serial', { ok: false, reason: 'signature' }],
    ['notice-probe', { ok: false, reason: 'probe' }],
    ['notice-tampered', { ok: false, reason: 'malformed' }],
    ['notice-wrong-context', { ok: false, reason: 'malformed' }],
    ['notice-wrong-app', { ok: false, reason: 'wrong_app' }],
    ['notice-wrong-merchant', { ok: false, reason: 'wrong_merchant' }],
  ])('4, H 3, H 4: %s is refused', async (variant, expected) => {
    const { readings, attempts } = await readingOf(await paidOrder(), [variant])
    expect(readings).toEqual([expected])
    expect(attempts).toMatchObject([{ status: 400, isAccepted: false }])
  })

  it.each([
    ['notice-wrong-order', { orderNo: expect.stringMatching(/X$/) }],
    ['notice-wrong-amount', { amountFen: 989, currency: 'CNY' }],
    ['notice-wrong-currency', { amountFen: 990, currency: 'USD' }],
  ])('H 3: %s is told as it is, for the order to judge', async (variant, notice) => {
    const { readings } = await readingOf(await paidOrder(), [variant])
    expect(readings).toMatchObject([{ ok: true, notice }])
  })

  it('come again under one id, also at once', async () => {
    const orderNo = await paidOrder()
    const before = server.readings.length
    const { attempts } = await merchant.notify(orderNo, { times: 5 })
    expect(attempts.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    const ids = server.readings.slice(before).map((reading) => reading.ok && reading.id)
    expect(new Set(ids).size).toBe(1)
  })

  it('5, H 4: replayed by somebody else, or altered in any byte, are refused', async () => {
    await paidOrder()
    const raw = server.raw.at(-1)
    if (!raw) throw new Error('no notice came')
    expect(await channel.parseNotice(raw)).toEqual({ ok: false, reason: 'signature' })
    const fresh = createWechatChannel(sandboxWechatConfig(merchant.keys))
    const body = Buffer.from(raw.body)
    body[10] = (body[10] ?? 0) ^ 1
    for (const altered of [
      { ...raw, body },
      { ...raw, body: new Uint8Array() },
      { ...raw, headers: {} },
      { ...raw, headers: { ...raw.headers, 'wechatpay-nonce': 'another' } },
      { ...raw, headers: { ...raw.headers, 'wechatpay-timestamp': 'NaN' } },
      { ...raw, headers: { ...raw.headers, 'wechatpay-serial': '__proto__' } },
    ]) {
      expect(await fresh.parseNotice(altered)).toEqual({ ok: false, reason: 'signature' })
    }
    expect(await fresh.parseNotice(raw)).toMatchObject({ ok: true })
  })

  it('are repeated sixteen times within a day to whoever does not accept them', async () => {
    const own = await openSandboxMerchant('wechat')
    const placed = sampleOrder(server.url)
    // Of another merchant for the server that is asked, so it refuses.
    await createWechatChannel(sandboxWechatConfig(own.keys)).createPayment(placed)
    await own.pay(placed.orderNo)
    await own.advance(26 * 3_600_000)
    const [notice] = await own.notices()
    const times = notice?.attempts.map(({ at }) => Date.parse(at)) ?? []
    const gaps = times.slice(1).map((at, index) => Math.round((at - (times[index] ?? 0)) / 1000))
    expect(gaps).toEqual([15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600, 10_800, 10_800, 10_800, 21_600, 21_600])
    expect(notice?.nextAt).toBeNull()
  })
})

describe('platform certificates', () => {
  async function certified() {
    const own = await openSandboxMerchant('wechat')
    await own.act('notify-by-certificate')
    let aheadMs = 0
    const clock = { now: () => new Date(Date.now() + aheadMs) }
    const config = { ...sandboxWechatConfig(own.keys, clock), publicKey: null, usesCertificates: true }
    const ownChannel = createWechatChannel(config)
    return { own, ownChannel, config, wait: (ms: number) => (aheadMs += ms) }
  }
  async function lastNotice(own: SandboxMerchant, ownChannel: PaymentChannel) {
    const orderNo = await paidOrder({ merchant: own, channel: ownChannel })
    await own.notify(orderNo)
    const raw = server.raw.at(-1)
    if (!raw) throw new Error('no notice came')
    return raw
  }

  it('H 11: check answers and notices, and follow a rotation in the middle of a run', async () => {
    const { own, ownChannel, wait } = await certified()
    const before = await lastNotice(own, ownChannel)
    expect(await ownChannel.parseNotice(before)).toMatchObject({ ok: true })
    await own.act('rotate-certificate')
    wait(11_000)
    const after = await lastNotice(own, ownChannel)
    expect(after.headers['wechatpay-serial']).not.toBe(before.headers['wechatpay-serial'])
    expect(await ownChannel.parseNotice(after)).toMatchObject({ ok: true })
  })

  it('that are retired are believed no longer than twelve hours', async () => {
    const { own, ownChannel, wait } = await certified()
    await ownChannel.createPayment(sampleOrder(server.url))
    await own.act('rotate-certificate')
    await own.act('retire-certificates')
    wait(13 * 3_600_000)
    await own.act('settings', { isWireTimeVirtual: true })
    await own.advance(13 * 3_600_000)
    expect(
      await ownChannel.createPayment(sampleOrder(server.url, { expiresAt: new Date(Date.now() + 14 * 3_600_000) })),
    ).toMatchObject({
      way: 'qr',
    })
  })

  it('that are old hold while the new ones cannot be asked for', async () => {
    const { own, ownChannel, wait } = await certified()
    const orderNo = await paidOrder({ merchant: own, channel: ownChannel })
    await ownChannel.query(orderNo)
    wait(13 * 3_600_000)
    await own.act('settings', { isWireTimeVirtual: true })
    await own.advance(13 * 3_600_000)
    await own.notify(orderNo)
    const raw = server.raw.at(-1)
    if (!raw) throw new Error('no notice came')
    await own.fail('server-error')
    expect(await ownChannel.parseNotice(raw)).toMatchObject({ ok: true })
  })

  it('that our key does not open leave a change unknown, and are for an operator', async () => {
    const { config } = await certified()
    const wrong = createWechatChannel({ ...config, apiV3Key: 'x'.repeat(32) })
    const placed = sampleOrder(server.url)
    expect(await failureOf(wrong.createPayment(placed))).toEqual(['unknown_outcome', 'wrong_api_v3_key'])
    const again = createWechatChannel({ ...config, apiV3Key: 'x'.repeat(32) })
    expect(await failureOf(again.query(placed.orderNo))).toEqual(['misconfigured', 'wrong_api_v3_key'])
  })

  it('H 11: give way to the public key, and both hold while a merchant moves', async () => {
    const { own, config } = await certified()
    const moving = createWechatChannel({ ...config, publicKey: sandboxWechatConfig(own.keys).publicKey })
    expect(await moving.parseNotice(await lastNotice(own, moving))).toMatchObject({ ok: true })
    await own.act('notify-by-public-key')
    const raw = await lastNotice(own, moving)
    expect(raw.headers['wechatpay-serial']).toMatch(/^PUB_KEY_ID_/)
    expect(await moving.parseNotice(raw)).toMatchObject({ ok: true })
    const late = createWechatChannel(config)
    expect(await late.parseNotice(raw)).toEqual({ ok: false, reason: 'signature' })
  })
})
