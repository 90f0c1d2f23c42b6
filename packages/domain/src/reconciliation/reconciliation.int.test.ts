import { parseId } from '@mozhou/contracts/ids'
import { afterEach, describe, expect, it } from 'vitest'
import { advanceRefund } from '../orders/advance-refund.ts'
import { fulfilOrder } from '../orders/fulfil-order.ts'
import { getOrderDetail } from '../orders/get-order-detail.ts'
import { fetchBill } from './fetch-bill.ts'
import { getBill } from './get-bill.ts'
import { resolveFinding } from './resolve-finding.ts'
import { closeShops, day, dayBefore, nextDay, openShop, order, paid, payAt, reconcile } from './testing/bill-shop.ts'

afterEach(closeShops)

describe.each(['alipay', 'wechat'] as const)('bills of %s', (channel) => {
  it('agree with payments and refunds to the fen, and their file is kept', async () => {
    const shop = await openShop(channel)
    await paid(shop)
    await paid(shop, `${day}T23:59:59+08:00`)
    const { bill } = await reconcile(shop)
    expect(bill).toMatchObject({ status: 'compared', lineCount: 2, matched: 2, rolled: 0, paidFen: 2_000, items: [] })
    const kept = await shop.ctx.prisma.channelBill.findFirstOrThrow({ where: { channel, day } })
    expect(kept.file?.byteLength).toBeGreaterThan(100)
    expect(bill.sha256).toBe(kept.sha256)
  })

  it('H 9: of a day without trades are a result', async () => {
    const shop = await openShop(channel)
    const { bill } = await reconcile(shop)
    expect(bill).toMatchObject({ status: 'compared', lineCount: 0, matched: 0, items: [], openFindings: 0 })
  })

  it('12, H 9: credit a payment that nobody told us of, once, whatever runs again', async () => {
    const shop = await openShop(channel)
    const made = await order(shop)
    await payAt(shop.merchant, made.orderNo)
    const { bill, open } = await reconcile(shop)
    expect(open).toBe(0)
    expect(bill.items).toMatchObject([{ kind: 'missing_here', orderNo: made.orderNo, resolution: 'credited' }])
    await reconcile(shop)
    expect(await made.credits()).toBe(made.before + 100)
    expect(await getOrderDetail(shop.ctx, made)).toMatchObject({
      status: 'fulfilled',
      payments: [{ source: 'bill', status: 'accepted' }],
    })
  })

  it('send back what was paid for an order that had closed', async () => {
    const shop = await openShop(channel)
    const made = await order(shop)
    // The channel took the money while our close did not reach it.
    await payAt(shop.merchant, made.orderNo)
    await shop.ctx.prisma.order.update({
      where: { id: made.orderId },
      data: { status: 'closed', closedAt: new Date() },
    })
    const { bill, refunds } = await reconcile(shop)
    expect(bill.items).toMatchObject([{ resolution: 'returned' }])
    expect(refunds).toMatchObject([{ userId: made.userId }])
    expect(await made.credits()).toBe(made.before)
  })

  it('hand money of another amount to finance, at its order', async () => {
    const shop = await openShop(channel)
    const made = await order(shop)
    await shop.merchant.fail('bill-wrong-amount')
    await payAt(shop.merchant, made.orderNo)
    const { bill } = await reconcile(shop)
    expect(bill.items).toMatchObject([{ kind: 'missing_here', theirFen: 1_001, resolution: 'order_flagged' }])
    expect(await getOrderDetail(shop.ctx, made)).toMatchObject({
      abnormalReason: 'amount_mismatch',
      payments: [{ status: 'held', amountFen: 1_001 }],
    })
  })

  it('name a stray payment and another amount, which finance settles with a reason', async () => {
    const shop = await openShop(channel)
    await paid(shop)
    await shop.merchant.fail('bill-extra-row')
    const { bill, open } = await reconcile(shop)
    expect(open).toBe(1)
    const [stray] = bill.items
    expect(stray).toMatchObject({ kind: 'missing_here', orderNo: 'STRAY20261122', ourFen: null, theirFen: 1_234 })
    const findingId = parseId('billFinding', stray?.id ?? '') ?? ''
    const actor = { userId: await shop.newPerson(), requestId: 'test' }
    const settle = (resolution: 'not_ours' | 'no_difference') =>
      resolveFinding(shop.ctx, { findingId, resolution, note: '同一商户号的线下门店', actor })
    await expect(settle('no_difference')).rejects.toMatchObject({ code: 'RESOLUTION_UNFIT' })
    const { billId } = await settle('not_ours')
    await expect(settle('not_ours')).rejects.toMatchObject({ code: 'FINDING_RESOLVED' })
    expect(await getBill(shop.ctx, { billId })).toMatchObject({ openFindings: 0, items: [{ resolution: 'not_ours' }] })
  })

  it('H 9: differ by a fen, line by line', async () => {
    const shop = await openShop(channel)
    const made = await paid(shop)
    await shop.merchant.fail('bill-wrong-amount')
    const { bill } = await reconcile(shop)
    expect(bill.items).toMatchObject([
      { kind: 'amount_differs', orderNo: made.orderNo, ourFen: 1_000, theirFen: 1_001, resolution: null },
    ])
  })

  it('13, H 9: that lack a payment are waited for by a day, and named when that day’s lack it too', async () => {
    const shop = await openShop(channel)
    const made = await paid(shop)
    await shop.merchant.fail('bill-missing-row')
    expect((await reconcile(shop)).bill).toMatchObject({ rolled: 1, items: [] })
    expect((await reconcile(shop, nextDay)).open).toBe(1)
    expect((await reconcile(shop)).bill.items).toMatchObject([
      { kind: 'missing_there', orderNo: made.orderNo, ourFen: 1_000, theirFen: null },
    ])
  })

  it('H 9: have a payment of midnight on the neighbour’s day, which is no difference', async () => {
    const shop = await openShop(channel)
    const made = await order(shop)
    await payAt(shop.merchant, made.orderNo, `${nextDay}T00:00:00+08:00`)
    const { transactionId } = await shop.real.query(made.orderNo)
    const money = {
      channel,
      transactionId: transactionId ?? '',
      amountFen: 1_000,
      currency: 'CNY',
      payerId: null,
      // By our clock it was still the day before.
      paidAt: new Date(`${day}T23:59:59+08:00`),
      source: 'query' as const,
    }
    await fulfilOrder(shop.ctx, { orderId: made.orderId, money })
    expect((await reconcile(shop)).bill).toMatchObject({ matched: 0, rolled: 1, items: [] })
    expect((await reconcile(shop, nextDay)).bill).toMatchObject({ matched: 1, items: [] })
    expect((await reconcile(shop)).bill).toMatchObject({ rolled: 0, items: [] })
  })

  it('24, H 9: have a refund of ours, and tell of one that was made at the channel’s console', async () => {
    const shop = await openShop(channel)
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    const late = await order(shop)
    await payAt(shop.merchant, late.orderNo)
    await shop.ctx.prisma.order.update({
      where: { id: late.orderId },
      data: { status: 'closed', closedAt: new Date() },
    })
    const { refunds } = await reconcile(shop)
    const refundId = refunds[0]?.refundId ?? ''
    await advanceRefund(shop.ctx, { refundId })
    await shop.merchant.settle()
    await advanceRefund(shop.ctx, { refundId })
    const console = await paid(shop, `${dayBefore}T09:00:00+08:00`)
    await shop.merchant.act('refund', { trade: console.orderNo, amountFen: 300 })
    await shop.merchant.settle()
    const { bill, open } = await reconcile(shop, today)
    expect(open).toBe(0)
    expect(bill).toMatchObject({ matched: 1, refundFen: 1_300 })
    expect(bill.items).toMatchObject([
      {
        kind: 'missing_here',
        movement: 'refund',
        orderNo: console.orderNo,
        theirFen: 300,
        resolution: 'order_flagged',
      },
    ])
    // What it was paid for is taken back, once, whatever runs again.
    expect((await reconcile(shop, today)).bill).toMatchObject({ matched: 2 })
    expect(await console.credits()).toBe(console.before + 100 - 30)
    expect(await getOrderDetail(shop.ctx, console)).toMatchObject({
      status: 'partially_refunded',
      abnormalReason: 'refunded_outside',
      refunds: [{ kind: 'external', status: 'succeeded', amountFen: 300, takenCredits: 30 }],
    })
  })

  it('H 9: are waited for, with the reason at the day, until they are there and whole', async () => {
    const shop = await openShop(channel)
    const { ctx, merchant } = shop
    await paid(shop)
    const problem = async () => (await ctx.prisma.channelBill.findFirstOrThrow({ where: { channel, day } })).problem
    await merchant.fail('bill-damaged')
    await expect(fetchBill(ctx, { channel, kind: 'trade', day })).rejects.toMatchObject({ kind: 'unavailable' })
    expect(await problem()).toBe(channel === 'alipay' ? 'malformed_zip' : 'wrong_hash')
    expect(await fetchBill(ctx, { channel, kind: 'trade', day })).toBe('fetched')
    expect(await problem()).toBeNull()
  })
})
