import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createAlipayChannel } from './alipay/alipay-channel.ts'
import type { Channel, PaymentChannel } from './port.ts'
import { sandboxAlipayConfig, sandboxWechatConfig } from './sandbox-keys.ts'
import { failureOf } from './testing/failure-of.ts'
import { newOrderNo, sampleOrder } from './testing/sample-order.ts'
import { openSandboxMerchant, type SandboxMerchant } from './testing/sandbox-merchant.ts'
import { createWechatChannel } from './wechat/wechat-channel.ts'

const day = '2026-11-22'
const nowhere = 'https://shop.example/callback'

async function open(channel: Channel) {
  const merchant = await openSandboxMerchant(channel, { isBillReady: true, refundMs: 0 })
  const ours: PaymentChannel =
    channel === 'alipay'
      ? createAlipayChannel(sandboxAlipayConfig(merchant.keys))
      : createWechatChannel(sandboxWechatConfig(merchant.keys))
  return { merchant, ours }
}

async function payAt(ours: PaymentChannel, merchant: SandboxMerchant, at: string, more = {}) {
  const placed = sampleOrder(nowhere, more)
  await ours.createPayment(placed)
  await merchant.fail('notice-lost', { name: placed.orderNo })
  await merchant.pay(placed.orderNo, { at })
  return placed
}

describe.each(['alipay', 'wechat'] as const)('the bill of %s', (channel) => {
  it('H 9: has what happened that day by the calendar of Shanghai, and nothing of its neighbours', async () => {
    const { merchant, ours } = await open(channel)
    const [first, last] = [
      await payAt(ours, merchant, '2026-11-22T00:00:00+08:00', { amountFen: 29, subject: '充值，含逗号,"引号"' }),
      await payAt(ours, merchant, '2026-11-22T23:59:59+08:00', { amountFen: 10_000_000 }),
    ]
    await payAt(ours, merchant, '2026-11-21T23:59:59+08:00')
    await payAt(ours, merchant, '2026-11-23T00:00:00+08:00')
    const bill = await ours.downloadBill(day)
    if (bill === 'not_ready') throw new Error('not ready')
    const { transactionId } = await ours.query(first.orderNo)
    expect(bill.rows).toHaveLength(2)
    expect(bill.rows[0]).toEqual({
      kind: 'payment',
      orderNo: first.orderNo,
      refundNo: null,
      transactionId,
      amountFen: 29,
      feeFen: 0,
      at: new Date('2026-11-21T16:00:00Z'),
    })
    expect(bill.rows[1]).toMatchObject({ orderNo: last.orderNo, amountFen: 10_000_000, feeFen: 60_000 })
    expect(bill.sha256).toBe(createHash('sha256').update(bill.file).digest('hex'))
  })

  it('has refunds with their numbers and positive amounts', async () => {
    const { merchant, ours } = await open(channel)
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    const { orderNo } = await payAt(ours, merchant, '2026-11-20T10:00:00+08:00', { amountFen: 9900 })
    const refundNo = `F${newOrderNo()}`
    await ours.refund({ orderNo, refundNo, refundFen: 5000, totalFen: 9900, reason: '', notifyUrl: null })
    await merchant.settle()
    const bill = await ours.downloadBill(today)
    expect(bill).toMatchObject({ rows: [{ kind: 'refund', orderNo, refundNo, amountFen: 5000, feeFen: -30 }] })
  })

  it('H 9: of a day without trades is empty, and none at all before it is made', async () => {
    const { merchant, ours } = await open(channel)
    const pastDay = '2026-01-02'
    expect(await ours.downloadBill(pastDay)).toMatchObject({ day: pastDay, rows: [] })
    await merchant.act('settings', { isBillReady: false })
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    expect(await ours.downloadBill(today)).toBe('not_ready')
  })

  it.each([
    // Alipay says the same of a bill that is not made yet and of a day without trades: the hour tells, and it is long past.
    ['bill-not-ready', channel === 'alipay' ? null : 'not_ready'],
    ['bill-damaged', ['unavailable', channel === 'alipay' ? 'malformed_zip' : 'wrong_hash']],
    ['bill-link-expired', ['unavailable', channel === 'alipay' ? 'http_403' : 'http_400']],
  ] as const)('%s', async (fault, expected) => {
    const { merchant, ours } = await open(channel)
    await payAt(ours, merchant, '2026-11-22T10:00:00+08:00')
    await merchant.fail(fault)
    const asked = ours.downloadBill(day)
    if (typeof expected === 'string') expect(await asked).toBe(expected)
    else expect(await failureOf(asked)).toEqual(expected)
    expect(await ours.downloadBill(day)).toMatchObject({ rows: [{ amountFen: 990 }] })
  })

  it('may lack a row, have one too many, or another amount: it says what it says', async () => {
    const { merchant, ours } = await open(channel)
    const first = await payAt(ours, merchant, '2026-11-22T10:00:00+08:00')
    const second = await payAt(ours, merchant, '2026-11-22T11:00:00+08:00')
    const rowsWith = async (fault: string) => {
      await merchant.fail(fault)
      const bill = await ours.downloadBill(day)
      return bill === 'not_ready' ? [] : bill.rows.map(({ orderNo, amountFen }) => [orderNo, amountFen])
    }
    const both = [
      [first.orderNo, 990],
      [second.orderNo, 990],
    ]
    expect(await rowsWith('bill-missing-row')).toEqual(both.slice(0, 1))
    expect(await rowsWith('bill-extra-row')).toEqual([...both, ['STRAY20261122', 1234]])
    expect(await rowsWith('bill-wrong-amount')).toEqual([[first.orderNo, 991], both[1]])
  })
})
