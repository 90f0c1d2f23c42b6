import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { getMembership } from '../../memberships/get-membership.ts'
import { listNotifications } from '../../notifications/list-notifications.ts'
import { findUnattended } from '../find-unattended.ts'
import { startPayment } from '../start-payment.ts'
import { takeNotice } from '../take-notice.ts'
import type { Shop } from '../testing/shop.ts'
import { sweepRenewals } from './sweep-renewals.ts'
import type { FakeAgreements } from './testing/fake-agreements.ts'
import { day, hour, openRenewals } from './testing/renewal-acts.ts'
import type { RenewalActs } from './testing/renewal-acts.ts'

let shop: Shop
let agreements: FakeAgreements
let acts: RenewalActs
beforeAll(async () => {
  const room = await openRenewals()
  shop = room.shop
  agreements = room.agreements
  acts = room.acts
})
afterAll(() => shop.domain.close())
beforeEach(() => acts.forget())

describe('a charge', () => {
  const toFirstTry = async (userId: string) => {
    await acts.until(userId, 10 * day)
    while (agreements.asked.length === 0) {
      await sweepRenewals(shop.ctx)
      shop.domain.advance(hour)
    }
  }

  it('that is refused is tried three times under one number, then it ends, and nothing is owed', async () => {
    const { userId, externalNo } = await acts.renewing()
    const end = await acts.endOf(userId)
    const credits = await shop.creditsOf(userId)
    agreements.moods = ['payer_short', 'payer_short', 'payer_short', 'payer_short']
    await acts.until(userId, 10 * day)
    await acts.liveThrough(10)
    expect(agreements.asked).toHaveLength(3)
    expect(new Set(agreements.asked).size).toBe(1)
    expect(await acts.renewalOrders(userId)).toEqual(['closed'])
    expect(await acts.told(userId)).toEqual(['renewal_started', 5, 1, 'not_paid'])
    expect(await acts.endOf(userId)).toEqual(end)
    expect((await getMembership(shop.ctx, userId)).isMember).toBe(false)
    expect(await shop.creditsOf(userId)).toBe(credits)
    expect(agreements.all.get(externalNo)?.state).toBe('ended')
    const kinds = (await listNotifications(shop.ctx, { userId, limit: 50 })).items.map(({ kind }) => kind)
    expect(kinds).not.toContain('order_closed')
  })

  it('that succeeds with its second try is one order', async () => {
    const { userId } = await acts.renewing()
    agreements.moods = ['payer_short']
    await acts.until(userId, 10 * day)
    await acts.liveThrough(9)
    expect(agreements.asked).toHaveLength(2)
    expect(await acts.renewalOrders(userId)).toEqual(['fulfilled'])
  })

  it('whose answer was lost is asked about and not made again', async () => {
    const { userId } = await acts.renewing()
    agreements.moods = ['lost']
    await acts.until(userId, 10 * day)
    await acts.liveThrough(9)
    expect(agreements.asked).toHaveLength(1)
    expect(await acts.renewalOrders(userId)).toEqual(['fulfilled'])
  })

  it('that was submitted and never recorded is found by whoever comes next', async () => {
    const { userId } = await acts.renewing()
    // The process dies between the call and everything after it.
    agreements.moods = ['dies']
    await toFirstTry(userId)
    const [before] = await shop.ctx.prisma.renewalCharge.findMany({ where: { renewal: { userId } } })
    expect(before).toMatchObject({ outcome: 'submitted', tries: 1 })
    const { orders } = await findUnattended(shop.ctx)
    expect(orders.some(({ orderId }) => orderId === before?.orderId)).toBe(true)
    const orderNo = agreements.asked[0] ?? ''
    await takeNotice(shop.ctx, { channel: 'alipay', raw: { body: shop.alipay.pay(orderNo), headers: {} } })
    await Promise.all([sweepRenewals(shop.ctx), sweepRenewals(shop.ctx)])
    expect(await acts.renewalOrders(userId)).toEqual(['fulfilled'])
    expect(await shop.ctx.prisma.payment.count({ where: { order: { orderNo } } })).toBe(1)
  })

  it('that nobody knows is not made again while it is unknown', async () => {
    const { userId } = await acts.renewing()
    agreements.moods = ['lost_unpaid']
    await toFirstTry(userId)
    const orderNo = agreements.asked[0] ?? ''
    // The channel has the trade, and has not made up its mind.
    shop.alipay.trades.set(orderNo, { amountFen: 990, state: 'waiting', transactionId: 'x' })
    await acts.liveThrough(2)
    expect(agreements.asked).toEqual([orderNo])
    expect((await acts.mine(userId)).current).toMatchObject({ isCharging: true })
    shop.alipay.trades.set(orderNo, { amountFen: 990, state: 'paid', transactionId: 'x' })
    await sweepRenewals(shop.ctx)
    expect(await acts.renewalOrders(userId)).toEqual(['fulfilled'])
  })

  it('that never arrived is tried again under the same number, and that the channel was away counts for no try', async () => {
    const { userId } = await acts.renewing()
    agreements.moods = ['lost_unpaid', 'away', 'away', 'away', 'away']
    await acts.until(userId, 10 * day)
    await acts.liveThrough(9)
    expect(new Set(agreements.asked).size).toBe(1)
    expect(agreements.asked.length).toBe(6)
    expect(await acts.renewalOrders(userId)).toEqual(['fulfilled'])
    expect((await acts.mine(userId)).current?.charges).toMatchObject([{ tries: 2 }])
  })

  it('is nothing that anybody pays by hand, and the same plan bought by hand is another order', async () => {
    const { userId } = await acts.renewing()
    agreements.moods = ['payer_short']
    await toFirstTry(userId)
    const { id: orderId } = await shop.ctx.prisma.order.findFirstOrThrow({
      where: { userId, renewalCharge: { isNot: null } },
    })
    const pay = startPayment(shop.ctx, {
      userId,
      orderId,
      channel: 'alipay',
      way: 'qr',
      clientIp: null,
      returnUrl: null,
    })
    await expect(pay).rejects.toMatchObject({ code: 'ORDER_NOT_PENDING' })
    const bought = await shop.membership('month', userId)
    expect(bought.orderId).not.toBe(orderId)
    await acts.liveThrough(1)
    // Bought by hand: what was to be charged is closed, and the next charge is a month away.
    expect(agreements.asked).toHaveLength(1)
    expect(await acts.renewalOrders(userId)).toEqual(['closed'])
    expect(agreements.postponed).toHaveLength(1)
    expect((await acts.mine(userId)).current).toMatchObject({ status: 'active' })
  })
})
