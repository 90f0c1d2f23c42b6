import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { postEntry } from '../credits/post-entry.ts'
import type { ArrivedMoney } from './arrived-money.ts'
import { closeOrder } from './close-order.ts'
import { fulfilAtOnce } from './fulfil-at-once.ts'
import { findOrder } from './lock-order.ts'
import type { FoundOrder } from './lock-order.ts'
import { payableMs } from './order-rules.ts'
import { syncOrder } from './sync-order.ts'
import { openShop } from './testing/shop.ts'
import type { Bought, Shop } from './testing/shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.domain.close())

/** Everything that a payment leaves, without what is its own of each. */
async function traceOf({ userId, orderId }: Bought) {
  const { prisma } = shop.ctx
  const order = await prisma.order.findUniqueOrThrow({
    where: { id: orderId },
    select: { status: true, abnormalReason: true, paidAt: true, closedAt: true },
  })
  const payments = await prisma.payment.findMany({
    where: { orderId },
    select: { channel: true, status: true, amountFen: true },
  })
  const entries = await prisma.creditEntry.findMany({
    where: { referenceType: 'order', referenceId: orderId },
    select: { kind: true, amount: true, counterAccountId: true, actorId: true, reason: true },
  })
  const told = await prisma.notification.findMany({
    where: { userId, kind: 'order_paid' },
    select: { isShown: true, mailStatus: true, mailTo: true },
  })
  return { order: { ...order, paidAt: order.paidAt !== null }, payments, entries, told }
}

/** What a balance holds at most. */
const mostCredits = 2_147_483_647

const paidBy = ({ orderNo }: Bought): ArrivedMoney => ({
  channel: 'alipay',
  transactionId: `t-${orderNo}`,
  amountFen: 1_000,
  currency: 'CNY',
  payerId: 'payer-1',
  paidAt: shop.ctx.clock.now(),
  source: 'notice',
})

async function seen({ orderNo }: Bought): Promise<FoundOrder> {
  const order = await findOrder(shop.ctx, orderNo)
  if (!order) throw new Error(`no order ${orderNo}`)
  return order
}

/** Stored, and applied by nobody yet. */
async function storedNotice({ orderNo }: Bought) {
  const id = shop.ctx.newId()
  const bytes = new Uint8Array(32)
  crypto.getRandomValues(bytes)
  const row = { id, channel: 'alipay', bodyHash: bytes, body: bytes, headers: {}, receivedAt: shop.ctx.clock.now() }
  await shop.ctx.prisma.paymentNotice.create({ data: row })
  return { id, orderNo }
}

const verdictOf = async ({ id }: { id: string }) =>
  (await shop.ctx.prisma.paymentNotice.findUniqueOrThrow({ where: { id } })).verdict

async function waiting() {
  const bought = await shop.unpaidRecharge(1_000)
  return { bought, order: await seen(bought), notice: await storedNotice(bought) }
}

describe('the plain case in one statement', () => {
  it('leaves what the careful way leaves, and concludes its notice', async () => {
    const { bought, order, notice } = await waiting()
    expect(await fulfilAtOnce(shop.ctx, { order, money: paidBy(bought), notice })).toEqual({ isOver: true })
    const asked = await shop.unpaidRecharge(1_000)
    shop.alipay.pay(asked.orderNo)
    expect(await syncOrder(shop.ctx, asked)).toBe('fulfilled')
    expect(await traceOf(bought)).toEqual(await traceOf(asked))
    const stored = await shop.ctx.prisma.paymentNotice.findUniqueOrThrow({ where: { id: notice.id } })
    expect(stored).toMatchObject({ verdict: 'applied', reason: null, orderNo: bought.orderNo })
    expect(stored.appliedAt).not.toBeNull()
  })

  it('says that something is left to do where a code waits at another channel', async () => {
    const { bought, order, notice } = await waiting()
    await shop.begin(bought, 'wechat')
    expect(await fulfilAtOnce(shop.ctx, { order, money: paidBy(bought), notice })).toEqual({ isOver: false })
  })

  it('happens once for many at the same moment', async () => {
    const { bought, order, notice } = await waiting()
    const money = paidBy(bought)
    const done = await Promise.all(Array.from({ length: 8 }, () => fulfilAtOnce(shop.ctx, { order, money, notice })))
    expect(done.filter(Boolean)).toHaveLength(1)
    expect((await traceOf(bought)).entries).toHaveLength(1)
  })

  it('does nothing for an order that was closed since it was seen', async () => {
    const { bought, order, notice } = await waiting()
    shop.domain.advance(payableMs)
    await closeOrder(shop.ctx, bought)
    const before = await traceOf(bought)
    expect(await fulfilAtOnce(shop.ctx, { order, money: paidBy(bought), notice })).toBeNull()
    expect(await traceOf(bought)).toEqual(before)
    expect(await verdictOf(notice)).toBe('received')
  })

  it('does nothing for a transaction that is known from another order', async () => {
    const first = await waiting()
    const money = paidBy(first.bought)
    expect(await fulfilAtOnce(shop.ctx, { ...first, money })).toEqual({ isOver: true })
    const other = await waiting()
    expect(await fulfilAtOnce(shop.ctx, { ...other, money })).toBeNull()
    expect(await traceOf(other.bought)).toMatchObject({ order: { status: 'pending' }, payments: [], entries: [] })
    expect(await verdictOf(other.notice)).toBe('received')
  })

  it('leaves other amounts, other currencies and memberships to the careful way', async () => {
    const { bought, order, notice } = await waiting()
    const money = paidBy(bought)
    expect(await fulfilAtOnce(shop.ctx, { order, money: { ...money, amountFen: 999 }, notice })).toBeNull()
    expect(await fulfilAtOnce(shop.ctx, { order, money: { ...money, currency: 'USD' }, notice })).toBeNull()
    const month = await shop.unpaidMembership('month')
    const price = { ...money, amountFen: (await seen(month)).payableFen }
    const call = { order: await seen(month), money: price, notice: await storedNotice(month) }
    expect(await fulfilAtOnce(shop.ctx, call)).toBeNull()
    expect(await traceOf(month)).toMatchObject({ order: { status: 'pending' }, payments: [] })
  })

  it('leaves no part behind when the credits cannot be posted', async () => {
    const { bought, order, notice } = await waiting()
    await postEntry(shop.ctx, {
      key: `test:${bought.userId}`,
      kind: 'recharge',
      userId: bought.userId,
      unit: 'credits',
      amount: mostCredits - 99 - (await shop.creditsOf(bought.userId)),
      reference: { type: 'test', id: bought.userId },
    })
    const call = fulfilAtOnce(shop.ctx, { order, money: paidBy(bought), notice })
    await expect(call).rejects.toMatchObject({ code: 'VALIDATION_FAILED' })
    const nothing = { order: { status: 'pending' }, payments: [], entries: [], told: [] }
    expect(await traceOf(bought)).toMatchObject(nothing)
    expect(await verdictOf(notice)).toBe('received')
  })
})
