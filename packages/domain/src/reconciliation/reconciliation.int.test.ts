import { parseId } from '@mozhou/contracts/ids'
import type { PayChannel } from '@mozhou/contracts/orders/kinds'
import { createSandboxChannel } from '@mozhou/integrations/payments/sandbox-channel'
import { openSandboxMerchant } from '@mozhou/integrations/payments/testing/sandbox-merchant'
import type { SandboxMerchant } from '@mozhou/integrations/payments/testing/sandbox-merchant'
import { readSandboxUrl } from '@mozhou/integrations/ai/testing/env'
import { afterEach, describe, expect, it } from 'vitest'
import { getBalance } from '../credits/get-balance.ts'
import { advanceRefund } from '../orders/advance-refund.ts'
import { closeOrder } from '../orders/close-order.ts'
import { createRecharge } from '../orders/create-order.ts'
import { fulfilOrder } from '../orders/fulfil-order.ts'
import { getOrderDetail } from '../orders/get-order-detail.ts'
import type { OrdersContext } from '../orders/orders-context.ts'
import { startPayment } from '../orders/start-payment.ts'
import { syncOrder } from '../orders/sync-order.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { checkCredited } from './check-credited.ts'
import { compareBill } from './compare-bill.ts'
import { dueBills } from './due-bills.ts'
import { fetchBill } from './fetch-bill.ts'
import { getBill } from './get-bill.ts'
import { listBills } from './list-bills.ts'
import { resolveFinding } from './resolve-finding.ts'

const domains: TestDomain[] = []
afterEach(async () => {
  await Promise.all(domains.splice(0).map((domain) => domain.close()))
})

/** The days of the scene: long past, so that no bill waits for the morning. */
const [dayBefore, day, nextDay] = ['2026-11-21', '2026-11-22', '2026-11-23'] as const
const noon = `${day}T12:00:00+08:00`

/** A shop with a merchant and a database of its own: merchants count their transactions alike. */
async function openShop(channel: PayChannel) {
  const domain = await createTestDomain()
  domains.push(domain)
  const merchant = await openSandboxMerchant(channel, { isBillReady: true, refundMs: 0 })
  const real = createSandboxChannel({
    sandboxUrl: readSandboxUrl(),
    channel,
    merchant: merchant.id,
    clock: { now: () => new Date() },
  })
  const ctx: OrdersContext = { ...domain.ctx, channels: { [channel]: real }, publicApiUrl: 'http://api.test' }
  const newPerson = async () => parseId('user', (await domain.signUp()).user.id) ?? ''
  return { channel, merchant, ctx, real, newPerson }
}
type Shop = Awaited<ReturnType<typeof openShop>>

async function order({ ctx, channel, newPerson }: Shop) {
  const userId = await newPerson()
  const made = await createRecharge(ctx, { userId, amountFen: 1_000, requestKey: crypto.randomUUID() })
  const orderId = parseId('order', made.id) ?? ''
  await startPayment(ctx, { userId, orderId, channel, way: 'qr', clientIp: null, returnUrl: null })
  const credits = async () => (await getBalance(ctx, { userId })).credits
  return { userId, orderId, orderNo: made.orderNo, credits, before: await credits() }
}

const payAt = async (merchant: SandboxMerchant, orderNo: string, at = noon, more = {}) => {
  await merchant.fail('notice-lost', { name: orderNo })
  await merchant.pay(orderNo, { at, ...more })
}

/** Paid at the channel, and known to us. */
async function paid(shop: Shop, at = noon) {
  const made = await order(shop)
  await payAt(shop.merchant, made.orderNo, at)
  await syncOrder(shop.ctx, made)
  return made
}

async function reconcile({ ctx, channel }: Shop, of: string = day) {
  expect(await fetchBill(ctx, { channel, kind: 'trade', day: of })).toBe('fetched')
  const result = await compareBill(ctx, { channel, kind: 'trade', day: of })
  const bills = await listBills(ctx, { limit: 100 })
  const billId =
    parseId(
      'channelBill',
      bills.find((bill) => bill.day === of && bill.channel === channel && bill.kind === 'trade')?.id ?? '',
    ) ?? ''
  return { ...result, bill: await getBill(ctx, { billId }) }
}

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

  it('are gone over again from where a worker died: half its lines kept, half its findings applied', async () => {
    const shop = await openShop(channel)
    const { ctx } = shop
    const made = [await order(shop), await order(shop), await order(shop)]
    for (const { orderNo } of made) await payAt(shop.merchant, orderNo)
    await fetchBill(ctx, { channel, kind: 'trade', day })
    const bill = await ctx.prisma.channelBill.findFirstOrThrow({ where: { channel, day } })
    // As if it had died between its chunks.
    await ctx.prisma.billLine.deleteMany({ where: { billId: bill.id, position: { gt: 0 } } })
    await ctx.prisma.channelBill.update({ where: { id: bill.id }, data: { status: 'waiting' } })
    await fetchBill(ctx, { channel, kind: 'trade', day })
    // And again after the first of three was credited, before that was written at its finding.
    let calls = 0
    const dying = Object.create(ctx, {
      clock: {
        value: {
          now: () => {
            calls += 1
            if (calls === 6) throw new Error('killed')
            return ctx.clock.now()
          },
        },
      },
    }) as OrdersContext
    await expect(compareBill(dying, { channel, kind: 'trade', day })).rejects.toThrow('killed')
    expect((await reconcile(shop)).bill.items.map(({ resolution }) => resolution)).toEqual(Array(3).fill('credited'))
    for (const one of made) expect(await one.credits()).toBe(one.before + 100)
  })
})

it('a day is due until it was compared, for every channel that is offered, and when a person asks for it again', async () => {
  const shop = await openShop('alipay')
  const due = await dueBills(shop.ctx, { day: null })
  expect(due).toHaveLength(14)
  expect(due.slice(0, 2).map(({ kind }) => kind)).toEqual(['trade', 'flow'])
  await reconcile(shop, due[0]?.day ?? '')
  expect(await dueBills(shop.ctx, { day: null })).toEqual(due.slice(1))
  expect(await dueBills(shop.ctx, { day: due[0]?.day ?? '' })).toEqual(due.slice(0, 2))
  expect(await dueBills(shop.ctx, { day: '2999-01-01' })).toEqual([])
})

it('paid means credited: a paid order without its entry is counted', async () => {
  const shop = await openShop('alipay')
  const made = await paid(shop)
  expect(await checkCredited(shop.ctx)).toMatchObject({ withoutEntry: 0, withoutPayment: 0, unpaidWithPayment: 0 })
  await closeOrder(shop.ctx, made)
  const orphan = await order(shop)
  const paidAt = new Date()
  await shop.ctx.prisma.order.update({ where: { id: orphan.orderId }, data: { status: 'fulfilled', paidAt } })
  expect(await checkCredited(shop.ctx)).toMatchObject({ withoutEntry: 1, withoutPayment: 1 })
})
