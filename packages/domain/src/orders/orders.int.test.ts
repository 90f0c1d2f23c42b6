import { parseId } from '@mozhou/contracts/ids'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getBalance } from '../credits/get-balance.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { advanceRefund } from './advance-refund.ts'
import { cancelOrder } from './cancel-order.ts'
import { closeOrder } from './close-order.ts'
import { createRecharge, purchaseMembership } from './create-order.ts'
import { findSurplus, findUnattended } from './find-unattended.ts'
import { getOrder } from './get-order.ts'
import { listOrders } from './list-orders.ts'
import { listPlans } from './list-plans.ts'
import type { OrdersContext } from './orders-context.ts'
import { startPayment } from './start-payment.ts'
import { syncOrder } from './sync-order.ts'
import { applyNotice, takeNotice } from './take-notice.ts'
import { createFakeChannel } from './testing/fake-channel.ts'

let domain: TestDomain
let ctx: OrdersContext
const alipay = createFakeChannel('alipay')
const wechat = createFakeChannel('wechat')
beforeAll(async () => {
  domain = await createTestDomain()
  ctx = { ...domain.ctx, channels: { alipay, wechat }, publicApiUrl: 'http://api.test' }
})
afterAll(() => domain.close())

const newPerson = async () => parseId('user', (await domain.signUp()).user.id) ?? ''
const bare = (id: string) => parseId('order', id) ?? ''
const key = () => crypto.randomUUID()
const creditsOf = async (userId: string) => (await getBalance(ctx, { userId })).credits
const stand = (userId: string, orderId: string) => getOrder(ctx, { userId, orderId })
const notify = (body: Uint8Array, channel: 'alipay' | 'wechat' = 'alipay') =>
  takeNotice(ctx, { channel, raw: { body, headers: {} } })

async function newRecharge(amountFen = 1_000, channel: 'alipay' | 'wechat' = 'alipay') {
  const userId = await newPerson()
  const order = await createRecharge(ctx, { userId, amountFen, requestKey: key() })
  const orderId = bare(order.id)
  await pay(userId, orderId, channel)
  return { userId, orderId, orderNo: order.orderNo, before: await creditsOf(userId) }
}

const pay = (userId: string, orderId: string, channel: 'alipay' | 'wechat') =>
  startPayment(ctx, { userId, orderId, channel, way: 'qr', clientIp: null, returnUrl: null })

describe('an order', () => {
  it('is one for twenty presses at once, one for the same cart, and not another cart’s', async () => {
    const userId = await newPerson()
    const requestKey = key()
    const press = () => createRecharge(ctx, { userId, amountFen: 5_000, requestKey })
    const orders = await Promise.all(Array.from({ length: 20 }, press))
    expect(new Set(orders.map(({ id }) => id)).size).toBe(1)
    expect(orders[0]).toMatchObject({ kind: 'recharge', status: 'pending', payableFen: 5_000, credits: 500 })
    expect((await createRecharge(ctx, { userId, amountFen: 5_000, requestKey: key() })).id).toBe(orders[0]?.id)
    await expect(createRecharge(ctx, { userId, amountFen: 1_000, requestKey })).rejects.toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    })
  })

  it('is refused beyond five that wait', async () => {
    const userId = await newPerson()
    const ask = (amountFen: number) => createRecharge(ctx, { userId, amountFen, requestKey: key() })
    for (const yuan of [10, 20, 30, 40, 50]) await ask(yuan * 100)
    await expect(ask(6_000)).rejects.toMatchObject({ code: 'TOO_MANY_PENDING_ORDERS', params: { limit: 5 } })
    const { items } = await listOrders(ctx, { userId, kind: 'recharge', limit: 20 })
    await cancelOrder(ctx, { userId, orderId: bare(items[0]?.id ?? '') })
    expect((await ask(6_000)).status).toBe('pending')
  })

  it('15: keeps its price when the plan’s changes, and no plan is sold that is off sale', async () => {
    const userId = await newPerson()
    const [month] = await listPlans(ctx)
    const planId = parseId('plan', month?.id ?? '') ?? ''
    const order = await purchaseMembership(ctx, { userId, planId, requestKey: key() })
    await pay(userId, bare(order.id), 'alipay')
    await ctx.prisma.plan.update({ where: { id: planId }, data: { priceFen: 1_990, isOnSale: false } })
    expect((await notify(alipay.pay(order.orderNo))).answer).toBe('accepted')
    expect(await stand(userId, bare(order.id))).toMatchObject({
      status: 'fulfilled',
      payableFen: 990,
      plan: { months: 1 },
    })
    await expect(purchaseMembership(ctx, { userId, planId, requestKey: key() })).rejects.toMatchObject({
      code: 'PLAN_NOT_ON_SALE',
    })
    await ctx.prisma.plan.update({ where: { id: planId }, data: { priceFen: 990, isOnSale: true } })
  })

  it('shows the code that was begun, and is nobody else’s', async () => {
    const { userId, orderId, orderNo } = await newRecharge()
    expect(await pay(userId, orderId, 'alipay')).toMatchObject({
      qrText: `https://pay.test/${orderNo}`,
      isSandbox: true,
    })
    const stranger = await newPerson()
    await expect(pay(stranger, orderId, 'alipay')).rejects.toMatchObject({ code: 'ORDER_NOT_FOUND' })
    await expect(cancelOrder(ctx, { userId: stranger, orderId })).rejects.toMatchObject({ code: 'ORDER_NOT_FOUND' })
  })

  it('is kept when the channel does not answer, and the person is told to try again', async () => {
    const userId = await newPerson()
    const order = await createRecharge(ctx, { userId, amountFen: 1_000, requestKey: key() })
    alipay.before('createPayment', () => Promise.reject(new Error('down')))
    await expect(pay(userId, bare(order.id), 'alipay')).rejects.toMatchObject({ code: 'CHANNEL_UNAVAILABLE' })
    expect((await pay(userId, bare(order.id), 'alipay')).qrText).toContain(order.orderNo)
  })
})

describe('a payment', () => {
  it('1, 2, H 1: is credited once for a hundred notices at once and a query beside them', async () => {
    const { userId, orderId, orderNo, before } = await newRecharge(10_000)
    const body = alipay.pay(orderNo)
    const answers = await Promise.all([...Array.from({ length: 100 }, () => notify(body)), syncOrder(ctx, { orderId })])
    for (const answer of answers.slice(0, 100)) expect(answer).toMatchObject({ answer: 'accepted' })
    expect(await creditsOf(userId)).toBe(before + 1_000)
    expect(await stand(userId, orderId)).toMatchObject({ status: 'fulfilled', channel: 'alipay', abnormalReason: null })
    expect(await ctx.prisma.payment.count({ where: { orderId } })).toBe(1)
    expect(await ctx.prisma.paymentNotice.findFirst({ where: { orderNo } })).toMatchObject({ deliveries: 100 })
  })

  it('7, H 2: without any notice is found by asking, and one that comes later changes nothing', async () => {
    const { userId, orderId, orderNo, before } = await newRecharge()
    const late = alipay.pay(orderNo)
    expect(await syncOrder(ctx, { orderId })).toBe('fulfilled')
    expect(await creditsOf(userId)).toBe(before + 100)
    expect((await notify(late)).answer).toBe('accepted')
    expect(await creditsOf(userId)).toBe(before + 100)
  })

  it.each([[999], [1_001]])(
    '3, H 3: of %i fen for ten yuan gives nothing, and a person looks at it',
    async (amountFen) => {
      const { userId, orderId, orderNo, before } = await newRecharge()
      expect((await notify(alipay.pay(orderNo, { amountFen }))).answer).toBe('refused')
      expect(await creditsOf(userId)).toBe(before)
      expect(await stand(userId, orderId)).toMatchObject({ status: 'pending', abnormalReason: 'amount_mismatch' })
    },
  )

  it('5, H 3, H 4: that nobody vouches for, or of an order that is not there, changes nothing', async () => {
    expect((await notify(new TextEncoder().encode('forged'))).answer).toBe('refused')
    expect((await notify(alipay.pay('MZ20261129000000NOBODYSNO'))).answer).toBe('refused')
    const reasons = await ctx.prisma.paymentNotice.findMany({ where: { verdict: 'refused' }, select: { reason: true } })
    expect(reasons.map(({ reason }) => reason)).toEqual(expect.arrayContaining(['signature', 'unknown_order']))
  })

  it('6: by both channels counts once, and the second goes back', async () => {
    const { userId, orderId, orderNo, before } = await newRecharge()
    await pay(userId, orderId, 'wechat')
    await notify(alipay.pay(orderNo))
    const second = await notify(wechat.pay(orderNo), 'wechat')
    expect(second.answer).toBe('accepted')
    expect(await creditsOf(userId)).toBe(before + 100)
    expect(await stand(userId, orderId)).toMatchObject({
      status: 'fulfilled',
      channel: 'alipay',
      abnormalReason: 'paid_twice',
      refunds: [{ status: 'requested', amountFen: 1_000 }],
    })
    expect(await findSurplus(ctx, { orderId, status: 'fulfilled' })).toMatchObject([{ userId }])
    const refundId = second.refund?.refundId ?? ''
    const { refundNo } = await ctx.prisma.moneyRefund.findUniqueOrThrow({ where: { id: refundId } })
    // Its answer is lost: what it did is asked, never done again.
    wechat.before('refund', () => Promise.reject(new Error('timeout')))
    await expect(advanceRefund(ctx, { refundId })).rejects.toThrow('timeout')
    expect(await advanceRefund(ctx, { refundId })).toEqual({ status: 'submitted', isOver: false })
    const played = wechat.refunds.get(refundNo)
    expect(played).toMatchObject({ refundFen: 1_000, asked: 1 })
    wechat.refunds.set(refundNo, { ...played, state: 'succeeded', refundFen: 1_000, asked: 1 })
    expect(await advanceRefund(ctx, { refundId })).toEqual({ status: 'succeeded', isOver: true })
    expect(await advanceRefund(ctx, { refundId })).toEqual({ status: 'succeeded', isOver: true })
    expect(wechat.refunds.size).toBe(1)
  })

  it('owes nothing back while it waits, and is not asked for it', async () => {
    const { orderId } = await newRecharge()
    const prisma = Object.create(ctx.prisma) as typeof ctx.prisma
    Object.defineProperty(prisma, 'moneyRefund', { get: () => expect.fail('refunds were asked for') })
    expect(await findSurplus({ prisma }, { orderId, status: 'pending' })).toEqual([])
  })

  it('10: stored by a process that died then is applied by the sweep, once', async () => {
    const { userId, orderId, orderNo, before } = await newRecharge()
    const body = new Uint8Array(alipay.pay(orderNo))
    await ctx.prisma.paymentNotice.create({
      data: {
        id: ctx.newId(),
        channel: 'alipay',
        bodyHash: new Uint8Array(32).fill(7),
        body,
        headers: {},
        receivedAt: ctx.clock.now(),
      },
    })
    expect((await findUnattended(ctx)).noticeIds).toEqual([])
    domain.advance(31_000)
    const { noticeIds } = await findUnattended(ctx)
    expect(noticeIds).toHaveLength(1)
    for (const noticeId of [...noticeIds, ...noticeIds]) await applyNotice(ctx, { noticeId })
    expect((await findUnattended(ctx)).noticeIds).toEqual([])
    expect(await creditsOf(userId)).toBe(before + 100)
    expect((await stand(userId, orderId)).status).toBe('fulfilled')
  })
})

describe('the end of an order that waits', () => {
  it('closes it at the channel and here', async () => {
    const { userId, orderId, orderNo } = await newRecharge()
    expect(await closeOrder(ctx, { orderId })).toBe('closed')
    expect(alipay.trades.get(orderNo)?.state).toBe('closed')
    expect((await stand(userId, orderId)).closedAt).not.toBeNull()
    await expect(pay(userId, orderId, 'alipay')).rejects.toMatchObject({ code: 'ORDER_NOT_PENDING' })
  })

  it('9: is its fulfilment when it was paid just before, or while it was being closed', async () => {
    const first = await newRecharge()
    alipay.pay(first.orderNo)
    expect(await closeOrder(ctx, first)).toBe('fulfilled')
    const second = await newRecharge()
    alipay.before('close', () => void alipay.pay(second.orderNo))
    expect(await closeOrder(ctx, second)).toBe('fulfilled')
    expect(await creditsOf(second.userId)).toBe(second.before + 100)
  })

  it('leaves it open while the channel does not answer', async () => {
    const { orderId } = await newRecharge()
    alipay.before('close', () => Promise.reject(new Error('down')))
    await expect(closeOrder(ctx, { orderId })).rejects.toThrow('down')
    expect(await closeOrder(ctx, { orderId })).toBe('closed')
  })

  it('8, H 5: sends back what arrives later', async () => {
    const { userId, orderId, orderNo, before } = await newRecharge()
    await closeOrder(ctx, { orderId })
    const taken = await notify(alipay.pay(orderNo))
    expect(taken).toMatchObject({ answer: 'accepted', refund: { userId } })
    expect(await creditsOf(userId)).toBe(before)
    expect(await stand(userId, orderId)).toMatchObject({ status: 'closed', abnormalReason: 'paid_after_close' })
  })

  it('is found by the sweep where nobody watches over it', async () => {
    const { orderId } = await newRecharge()
    const isFound = async () => (await findUnattended(ctx)).orders.some((order) => order.orderId === orderId)
    expect(await isFound()).toBe(false)
    domain.advance(31_000)
    expect(await isFound()).toBe(true)
  })
})
