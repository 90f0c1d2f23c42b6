import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditLedger } from '../credits/audit-ledger.ts'
import { advanceRefund } from './advance-refund.ts'
import { askIfDue } from './ask-if-due.ts'
import { withOthersClosed } from './close-other-codes.ts'
import { closeOrder } from './close-order.ts'
import { payableMs } from './order-rules.ts'
import type { OrdersContext } from './orders-context.ts'
import { syncOrder } from './sync-order.ts'
import type { FakeChannel } from './testing/fake-channel.ts'
import { openShop } from './testing/shop.ts'
import type { Bought, Shop } from './testing/shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(async () => {
  const { checks } = await auditLedger(shop.ctx)
  await shop.domain.close()
  expect(checks.filter(({ isPassed }) => !isPassed)).toEqual([])
})

describe('an order', () => {
  it('7: whose page is open is asked about every five seconds, whoever looks', async () => {
    const order = await shop.unpaidRecharge(1_000)
    let asked = 0
    const counted = countingCalls((when) => void (when === 'before' && (asked += 1)))
    for (let looks = 0; looks < 5; looks += 1) expect(await askIfDue(counted, order)).toBe('pending')
    expect(asked).toBe(1)
    shop.alipay.pay(order.orderNo)
    shop.domain.advance(6_000)
    expect(await askIfDue(counted, order)).toBe('fulfilled')
  })

  it('H 6: that the channel began and did not say so is begun again under its number, and paid once', async () => {
    const userId = await shop.newPerson()
    const before = await shop.creditsOf(userId)
    const traded = shop.alipay.trades.size
    shop.alipay.after('createPayment', () => Promise.reject(new Error('timeout')))
    await expect(shop.unpaidRecharge(1_000, userId)).rejects.toMatchObject({ code: 'CHANNEL_UNAVAILABLE' })
    const order = await shop.unpaidRecharge(1_000, userId)
    expect(shop.alipay.trades.size).toBe(traded + 1)
    await shop.tell(shop.alipay.pay(order.orderNo))
    expect(await shop.creditsOf(userId)).toBe(before + 100)
    expect(await shop.ctx.prisma.order.count({ where: { userId } })).toBe(1)
  })

  it('H 3: paid in another currency gives nothing, and a person looks', async () => {
    const order = await shop.unpaidRecharge(1_000)
    const before = await shop.creditsOf(order.userId)
    const taken = await shop.tell(shop.alipay.pay(order.orderNo, { currency: 'USD' }))
    expect(taken.answer).toBe('refused')
    expect(await shop.creditsOf(order.userId)).toBe(before)
    expect(await shop.stand(order)).toMatchObject({ status: 'pending', abnormalReason: 'amount_mismatch' })
  })

  it('H 5: told closed and then paid, and paid again when refunding is over, is credited once', async () => {
    const order = await shop.unpaidRecharge(1_000)
    const before = await shop.creditsOf(order.userId)
    const { orderNo } = order
    expect((await shop.tell(shop.alipay.noticeOf({ type: 'closed', orderNo }))).answer).toBe('accepted')
    expect((await shop.stand(order)).status).toBe('pending')
    const paid = shop.alipay.pay(orderNo)
    await shop.tell(paid)
    // TRADE_FINISHED is told like a payment, in other bytes.
    expect((await shop.tell(new Uint8Array([...paid, 32]))).answer).toBe('accepted')
    expect((await shop.tell(shop.alipay.noticeOf({ type: 'closed', orderNo }))).answer).toBe('accepted')
    expect(await shop.stand(order)).toMatchObject({ status: 'fulfilled', abnormalReason: null })
    expect(await shop.creditsOf(order.userId)).toBe(before + 100)
  })
})

/** A context whose channels count every call, and may die with it: before it is made, or after, when nobody hears of it. */
function countingCalls(onCall: (when: 'before' | 'after') => void): OrdersContext {
  const counted = (channel: FakeChannel): FakeChannel => ({
    ...channel,
    query: around(channel.query),
    close: around(channel.close),
    refund: around(channel.refund),
    queryRefund: around(channel.queryRefund),
  })
  const around =
    <Input extends unknown[], Answer>(call: (...input: Input) => Promise<Answer>) =>
    async (...input: Input): Promise<Answer> => {
      onCall('before')
      const answer = await call(...input)
      onCall('after')
      return answer
    }
  return { ...shop.ctx, channels: { alipay: counted(shop.alipay), wechat: counted(shop.wechat) } }
}

describe('a paid order', () => {
  it('has the code of the other channel closed at once; money that was quicker goes back', async () => {
    const order = await shop.unpaidRecharge(1_000)
    await shop.begin(order, 'wechat')
    expect(await withOthersClosed(shop.ctx, order, 'pending')).toBe('pending')
    expect(shop.wechat.trades.get(order.orderNo)?.state).toBe('waiting')
    await shop.tell(shop.alipay.pay(order.orderNo))
    expect(await withOthersClosed(shop.ctx, order, 'fulfilled')).toBe('fulfilled')
    expect(shop.wechat.trades.get(order.orderNo)?.state).toBe('closed')
    expect(await shop.stand(order)).toMatchObject({ status: 'fulfilled', abnormalReason: null, refunds: [] })

    const quick = await shop.unpaidRecharge(1_000)
    await shop.begin(quick, 'wechat')
    await shop.tell(shop.alipay.pay(quick.orderNo))
    shop.wechat.pay(quick.orderNo)
    for (const _ of [1, 2]) await withOthersClosed(shop.ctx, quick, 'fulfilled')
    expect(await shop.stand(quick)).toMatchObject({
      status: 'fulfilled',
      abnormalReason: 'paid_twice',
      refunds: [{ status: 'requested', amountFen: 1_000 }],
    })
  })
})

describe('11: killed at each step of its life, an order ends like any other', () => {
  let userId: string
  beforeAll(async () => {
    userId = await shop.newPerson()
  })
  const ends = ['paid', 'unpaid', 'paid while it is closed', 'paid after its end', 'paid twice'] as const

  /** What happens to the order, with whatever the worker does about it. */
  async function play(
    end: (typeof ends)[number],
    ctx: OrdersContext,
    act: (step: () => Promise<unknown>) => Promise<void>,
  ) {
    const order = await shop.unpaidRecharge(1_000, userId)
    await shop.begin(order, 'wechat')
    if (end === 'paid' || end === 'paid twice') shop.alipay.pay(order.orderNo)
    if (end === 'paid twice') shop.wechat.pay(order.orderNo)
    await act(async () => withOthersClosed(ctx, order, await syncOrder(ctx, order)))
    if (end === 'paid while it is closed') shop.alipay.before('close', () => void shop.alipay.pay(order.orderNo))
    shop.domain.advance(payableMs)
    await act(async () => withOthersClosed(ctx, order, await closeOrder(ctx, order)))
    if (end === 'paid after its end') await shop.tell(shop.alipay.pay(order.orderNo))
    for (const { id: refundId } of await shop.ctx.prisma.moneyRefund.findMany({ where: { orderId: order.orderId } })) {
      await act(() => advanceRefund(ctx, { refundId }))
      await act(() => advanceRefund(ctx, { refundId }))
    }
    return rowsOf(order)
  }

  async function rowsOf({ orderId }: Bought) {
    const { prisma } = shop.ctx
    return {
      order: await prisma.order.findUniqueOrThrow({
        where: { id: orderId },
        select: { status: true, abnormalReason: true },
      }),
      payments: await prisma.payment.findMany({
        where: { orderId },
        orderBy: { channel: 'asc' },
        select: { channel: true, status: true, amountFen: true },
      }),
      refunds: await prisma.moneyRefund.findMany({ where: { orderId }, select: { status: true, amountFen: true } }),
      entries: await prisma.creditEntry.findMany({
        where: { referenceType: 'order', referenceId: orderId },
        select: { kind: true, amount: true },
      }),
      told: await prisma.notification.findMany({
        where: { userId, dedupeKey: { endsWith: orderId } },
        orderBy: { kind: 'asc' },
        select: { kind: true },
      }),
    }
  }

  it.each(ends)('%s', async (end) => {
    let steps = 0
    const undisturbed = await play(
      end,
      countingCalls(() => void (steps += 1)),
      async (step) => void (await step()),
    )
    expect(steps).toBeGreaterThan(1)
    for (let dies = 1; dies <= steps; dies += 1) {
      let passed = 0
      const dying = countingCalls(() => {
        passed += 1
        if (passed === dies) throw new Error('killed')
      })
      const restarted = async (step: () => Promise<unknown>) => {
        await step().catch((cause: unknown) => {
          if (!(cause instanceof Error) || cause.message !== 'killed') throw cause
          return step()
        })
      }
      expect(await play(end, dying, restarted), `killed at step ${dies} of ${steps}`).toEqual(undisturbed)
    }
  })
})
