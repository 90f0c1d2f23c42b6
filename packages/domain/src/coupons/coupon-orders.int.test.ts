import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditLedger } from '../credits/audit-ledger.ts'
import { campaignActs } from '../campaigns/testing/campaign-acts.ts'
import { applyCoupon } from '../orders/apply-coupon.ts'
import { cancelOrder } from '../orders/cancel-order.ts'
import { closeOrder } from '../orders/close-order.ts'
import { createRecharge, purchaseMembership } from '../orders/create-order.ts'
import { quoteRefund } from '../orders/quote-refund.ts'
import { startPayment } from '../orders/start-payment.ts'
import { syncOrder } from '../orders/sync-order.ts'
import { listPlans } from '../orders/list-plans.ts'
import { refundActs } from '../orders/testing/refund-acts.ts'
import type { Bought } from '../orders/testing/shop.ts'
import { cartCoupons } from './cart-coupons.ts'
import { bare, openCouponShop } from './testing/coupon-shop.ts'
import type { CouponShop } from './testing/coupon-shop.ts'
import { voidCoupons } from './void-coupons.ts'

const day = 86_400_000
let shop: CouponShop
let acts: ReturnType<typeof refundActs>
beforeAll(async () => {
  shop = await openCouponShop()
  acts = refundActs(shop)
})
afterAll(async () => {
  const { checks } = await auditLedger(shop.ctx)
  await shop.domain.close()
  expect(checks.filter(({ isPassed }) => !isPassed)).toEqual([])
})

const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error as { code: unknown }).code,
  )

async function personWith(terms?: Parameters<CouponShop['coupon']>[0]) {
  const userId = await shop.newPerson()
  const couponId = await shop.coupon(terms)
  return { userId, couponId, mine: await shop.claim(couponId, userId) }
}

describe('an order with a coupon', () => {
  it('costs less, holds it, and uses it when it is paid', async () => {
    const { userId, mine } = await personWith()
    const before = await shop.creditsOf(userId)
    const bought = await shop.begunOrder(userId, 3_000, mine)
    expect(await shop.stand(bought)).toMatchObject({
      priceFen: 3_000,
      offerDiscountFen: 0,
      couponDiscountFen: 500,
      payableFen: 2_500,
      credits: 300,
      coupon: { name: '立减五元' },
    })
    expect(await shop.statusOf(userId, mine)).toBe('held')
    await shop.tell(shop.alipay.pay(bought.orderNo))
    expect((await shop.stand(bought)).status).toBe('fulfilled')
    expect(await shop.statusOf(userId, mine)).toBe('used')
    expect((await shop.creditsOf(userId)) - before).toBe(300)
  })

  it('scenario 14: that costs nothing is fulfilled without a channel, its coupon used', async () => {
    const { userId, mine } = await personWith({ discount: { kind: 'percent', rateBp: 10_000, capFen: 1_000_000 } })
    const before = await shop.creditsOf(userId)
    const order = await shop.order(userId, 1_000, mine)
    expect(order).toMatchObject({ status: 'fulfilled', payableFen: 0, channel: null })
    expect(await shop.statusOf(userId, mine)).toBe('used')
    expect((await shop.creditsOf(userId)) - before).toBe(100)
    const orderId = bare('order', order.id)
    expect(await shop.ctx.prisma.payment.count({ where: { orderId } })).toBe(0)
    const quote = await quoteRefund(shop.ctx, { userId, orderId })
    expect(quote).toMatchObject({ refusal: 'not_paid', amountFen: 0 })
    const pay = { userId, orderId, channel: 'alipay' as const, way: 'qr' as const, clientIp: null, returnUrl: null }
    expect(await refusalOf(startPayment(shop.ctx, pay))).toBe('ORDER_NOT_PENDING')
  })

  it('scenario 14: that costs nothing is given by whoever looks after orders, where its maker died', async () => {
    const { userId, mine } = await personWith({ discount: { kind: 'amount', amountFen: 1_000 } })
    const dying = {
      ...shop.ctx,
      orderEffects: {
        coupons: { ...shop.ctx.orderEffects.coupons, use: () => Promise.reject(new Error('the process dies')) },
      },
    }
    const requestKey = crypto.randomUUID()
    const press = { userId, amountFen: 1_000, userCouponId: mine, requestKey }
    await expect(createRecharge(dying, press)).rejects.toThrow('the process dies')
    const { id: orderId } = await shop.ctx.prisma.order.findFirstOrThrow({ where: { userId } })
    expect(await shop.statusOf(userId, mine)).toBe('held')
    expect(await Promise.all([syncOrder(shop.ctx, { orderId }), syncOrder(shop.ctx, { orderId })])).toEqual([
      'fulfilled',
      'fulfilled',
    ])
    expect(await shop.statusOf(userId, mine)).toBe('used')
    expect((await createRecharge(shop.ctx, press)).status).toBe('fulfilled')
  })

  it('scenario 39: one coupon in two tabs is held by one order', async () => {
    const { userId, mine } = await personWith()
    const tabs = await Promise.allSettled([shop.order(userId, 3_000, mine), shop.order(userId, 5_000, mine)])
    expect(tabs.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(tabs.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'COUPON_HELD' } })
    expect(await shop.ctx.prisma.order.count({ where: { userId } })).toBe(1)
    const won = tabs.find((tab) => tab.status === 'fulfilled')
    const again = await shop.order(userId, won?.value.priceFen ?? 0, mine)
    expect(again.id).toBe(won?.value.id)
  })

  it('is another cart than the same without it, or with another', async () => {
    const { userId, couponId, mine } = await personWith({ perPersonLimit: 2 })
    const other = await shop.claim(couponId, userId)
    const orders = [
      await shop.order(userId, 3_000),
      await shop.order(userId, 3_000, mine),
      await shop.order(userId, 3_000, other),
    ]
    expect(new Set(orders.map(({ id }) => id)).size).toBe(3)
    expect((await shop.order(userId, 3_000)).id).toBe(orders[0]?.id)
  })

  it('scenario 43: looks at the list’s price for its threshold, and takes its part of what an offer leaves', async () => {
    const campaigns = campaignActs(shop.domain)
    const offer = await campaigns.running({
      kind: 'recharge_offer',
      reward: 'amount_off',
      tiers: [{ fromFen: 10_000, amount: 3_000 }],
    })
    const { userId, mine } = await personWith({
      discount: { kind: 'percent', rateBp: 1_000, capFen: null },
      thresholdFen: 10_000,
    })
    const shown = await cartCoupons(shop.ctx, { userId, kind: 'recharge', amountFen: 10_000 })
    expect(shown).toMatchObject({ listFen: 10_000, restFen: 7_000, coupons: [{ discountFen: 700, refusal: null }] })
    expect(await refusalOf(shop.order(userId, 9_900, mine))).toBe('COUPON_BELOW_THRESHOLD')
    expect(await shop.order(userId, 10_000, mine)).toMatchObject({
      priceFen: 10_000,
      offerDiscountFen: 3_000,
      couponDiscountFen: 700,
      payableFen: 6_300,
      credits: 1_000,
    })
    await campaigns.become(offer, 'ended')
  })

  it('is not made at another price than was shown, nor without the coupon that was chosen', async () => {
    const { userId, mine } = await personWith()
    const press = { userId, amountFen: 3_000, userCouponId: mine, requestKey: crypto.randomUUID() }
    await expect(createRecharge(shop.ctx, { ...press, payableFen: 2_400 })).rejects.toMatchObject({
      code: 'ORDER_PRICE_CHANGED',
      params: { payable: '25.00' },
    })
    expect(await shop.statusOf(userId, mine)).toBe('unused')
    shop.domain.advance(8 * day)
    expect(await refusalOf(createRecharge(shop.ctx, { ...press, payableFen: 2_500 }))).toBe('COUPON_EXPIRED')
    expect(await shop.ctx.prisma.order.count({ where: { userId } })).toBe(0)
  })

  it('takes no coupon of somebody else’s, and none that is for something else', async () => {
    const { mine } = await personWith()
    const { userId, mine: forMembership } = await personWith({ kind: 'membership' })
    expect(await refusalOf(shop.order(userId, 3_000, mine))).toBe('COUPON_NOT_FOUND')
    expect(await refusalOf(shop.order(userId, 3_000, forMembership))).toBe('COUPON_WRONG_KIND')
    const month = (await listPlans(shop.ctx)).find(({ key }) => key === 'month')
    const order = await purchaseMembership(shop.ctx, {
      userId,
      planId: bare('plan', month?.id ?? ''),
      userCouponId: forMembership,
      requestKey: crypto.randomUUID(),
    })
    expect(order).toMatchObject({ priceFen: 990, couponDiscountFen: 500, payableFen: 490 })
  })
})

describe('a held coupon', () => {
  it('is free again, once, when its order is cancelled, closed, or both at once', async () => {
    const { userId, mine } = await personWith()
    const bought = await shop.begunOrder(userId, 3_000, mine)
    const ends = [cancelOrder(shop.ctx, bought), closeOrder(shop.ctx, bought), closeOrder(shop.ctx, bought)]
    await Promise.all(ends)
    expect((await shop.stand(bought)).status).toBe('closed')
    expect(await shop.statusOf(userId, mine)).toBe('unused')
    const next = await shop.begunOrder(userId, 5_000, mine)
    await closeOrder(shop.ctx, bought)
    expect(await shop.statusOf(userId, mine)).toBe('held')
    await shop.tell(shop.alipay.pay(next.orderNo))
    expect(await shop.statusOf(userId, mine)).toBe('used')
  })

  it('scenario 40: that expires meanwhile is used if the order is paid, and has expired if not', async () => {
    const paid = await personWith({ validity: { kind: 'days', days: 1 } })
    const unpaid = await personWith({ validity: { kind: 'days', days: 1 } })
    shop.domain.advance(day - 10 * 60_000)
    const one = await shop.begunOrder(paid.userId, 3_000, paid.mine)
    const other = await shop.begunOrder(unpaid.userId, 3_000, unpaid.mine)
    shop.domain.advance(20 * 60_000)
    await shop.tell(shop.alipay.pay(one.orderNo))
    await closeOrder(shop.ctx, other)
    expect((await shop.stand(one)).status).toBe('fulfilled')
    expect(await shop.statusOf(paid.userId, paid.mine)).toBe('used')
    expect(await shop.statusOf(unpaid.userId, unpaid.mine)).toBe('expired')
  })

  it('scenario 41: that is voided meanwhile leaves its order the price, and is void once it is released', async () => {
    const paid = await personWith()
    const unpaid = await personWith()
    const one = await shop.begunOrder(paid.userId, 3_000, paid.mine)
    const other = await shop.begunOrder(unpaid.userId, 3_000, unpaid.mine)
    const { actor } = shop
    expect(await voidCoupons(shop.ctx, { ids: [paid.mine, unpaid.mine], reason: '发错了人', actor })).toEqual({
      voided: 0,
      waiting: 2,
      left: 0,
    })
    expect((await shop.stand(one)).payableFen).toBe(2_500)
    await shop.tell(shop.alipay.pay(one.orderNo))
    await closeOrder(shop.ctx, other)
    expect(await shop.statusOf(paid.userId, paid.mine)).toBe('used')
    expect(await shop.statusOf(unpaid.userId, unpaid.mine)).toBe('voided')
  })

  it('scenario 42: is used or released, never both, when payment and closing come at the same instant', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { userId, mine } = await personWith()
      const bought = await shop.begunOrder(userId, 3_000, mine)
      const notice = shop.alipay.pay(bought.orderNo)
      // The channel says at closing that nobody has paid: the notice is on its way.
      shop.alipay.trades.set(bought.orderNo, { amountFen: 2_500, state: 'waiting', transactionId: 't' })
      await Promise.all([shop.tell(notice), closeOrder(shop.ctx, bought)])
      const { status } = await shop.stand(bought)
      expect([status, await shop.statusOf(userId, mine)]).toEqual(
        status === 'fulfilled' ? ['fulfilled', 'used'] : ['closed', 'unused'],
      )
    }
  })

  it('stays free when money comes after the closing', async () => {
    const { userId, mine } = await personWith()
    const bought = await shop.begunOrder(userId, 3_000, mine)
    await closeOrder(shop.ctx, bought)
    const { refund } = await shop.tell(shop.alipay.pay(bought.orderNo, { amountFen: 2_500 }))
    expect(refund).not.toBeNull()
    expect(await shop.statusOf(userId, mine)).toBe('unused')
  })
})

describe('after a refund', () => {
  async function refundAll(bought: Bought): Promise<number> {
    const { refundId, amountFen } = await acts.confirm(bought)
    await acts.settle(refundId)
    return amountFen
  }

  it('in full, of an order of which nothing was used, the coupon is its person’s again', async () => {
    const { userId, couponId, mine } = await personWith()
    const bought = await shop.begunOrder(userId, 3_000, mine)
    await shop.tell(shop.alipay.pay(bought.orderNo))
    expect(await refundAll(bought)).toBe(2_500)
    expect((await shop.stand(bought)).status).toBe('refunded')
    expect(await shop.statusOf(userId, mine)).toBe('unused')
    // To its person, not to the pool.
    expect(await shop.issuedOf(couponId)).toBe(1)
    expect((await shop.order(userId, 5_000, mine)).payableFen).toBe(4_500)
  })

  it('that comes after its time, or is void, the coupon stays used', async () => {
    const late = await personWith({ validity: { kind: 'days', days: 1 } })
    const voided = await personWith()
    const paid: Bought[] = []
    for (const { userId, mine } of [late, voided]) {
      const bought = await shop.begunOrder(userId, 3_000, mine)
      await shop.tell(shop.alipay.pay(bought.orderNo))
      paid.push(bought)
    }
    await shop.ctx.prisma.userCoupon.update({ where: { id: voided.mine }, data: { voidedAt: new Date() } })
    shop.domain.advance(2 * day)
    for (const bought of paid) expect(await refundAll(bought)).toBe(2_500)
    expect(await shop.statusOf(late.userId, late.mine)).toBe('used')
    expect(await shop.statusOf(voided.userId, voided.mine)).toBe('used')
  })

  it('scenario 18: what the coupon paid is never cashed, and used credits count at the list price', async () => {
    const { userId, mine } = await personWith({ discount: { kind: 'amount', amountFen: 1_000 } })
    const bought = await shop.begunOrder(userId, 10_000, mine)
    await shop.tell(shop.alipay.pay(bought.orderNo))
    const { orderId } = bought
    await acts.spend(userId, (await shop.creditsOf(userId)) - 50)
    expect(await quoteRefund(shop.ctx, { userId, orderId })).toMatchObject({ amountFen: 0, refusal: 'nothing_left' })
  })
})

describe('a coupon put to an order that waits', () => {
  const put = (userId: string, orderId: string, userCouponId: string) =>
    applyCoupon(shop.ctx, { userId, orderId, userCouponId })

  it('lowers its price, once, before anybody has begun to pay it', async () => {
    const { userId, couponId, mine } = await personWith({ perPersonLimit: 2 })
    const orderId = bare('order', (await shop.order(userId, 3_000)).id)
    expect(await put(userId, orderId, mine)).toMatchObject({ payableFen: 2_500, couponDiscountFen: 500 })
    expect(await put(userId, orderId, mine)).toMatchObject({ payableFen: 2_500 })
    expect(await refusalOf(put(userId, orderId, await shop.claim(couponId, userId)))).toBe('ORDER_HAS_COUPON')
    await shop.begin({ userId, orderId }, 'alipay')
    const { orderNo } = await shop.ctx.prisma.order.findUniqueOrThrow({ where: { id: orderId } })
    await shop.tell(shop.alipay.pay(orderNo))
    expect(await shop.statusOf(userId, mine)).toBe('used')
  })

  it('that then costs nothing, gives it at once', async () => {
    const { userId, mine } = await personWith({ discount: { kind: 'percent', rateBp: 10_000, capFen: 1_000_000 } })
    const orderId = bare('order', (await shop.order(userId, 1_000)).id)
    expect(await put(userId, orderId, mine)).toMatchObject({ status: 'fulfilled', payableFen: 0 })
  })

  it('changes nothing once a channel was told the price', async () => {
    const { userId, mine } = await personWith()
    const bought = await shop.begunOrder(userId, 3_000)
    expect(await refusalOf(put(userId, bought.orderId, mine))).toBe('ORDER_PAYMENT_BEGUN')
    expect(await shop.statusOf(userId, mine)).toBe('unused')
    expect(await refusalOf(put(await shop.newPerson(), bought.orderId, mine))).toBe('ORDER_NOT_FOUND')
  })

  it('while a channel is being told the old one, has nobody pay that', async () => {
    const { userId, mine } = await personWith()
    const { id, orderNo } = await shop.order(userId, 3_000)
    const orderId = bare('order', id)
    shop.alipay.after('createPayment', async () => void (await put(userId, orderId, mine)))
    const pay = { userId, orderId, channel: 'alipay' as const, way: 'qr' as const, clientIp: null, returnUrl: null }
    expect(await refusalOf(startPayment(shop.ctx, pay))).toBe('ORDER_PRICE_CHANGED')
    expect(shop.alipay.trades.get(orderNo)?.state).toBe('closed')
  })
})
