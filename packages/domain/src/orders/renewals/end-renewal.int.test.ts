import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { closeOrder } from '../close-order.ts'
import { refundActs } from '../testing/refund-acts.ts'
import type { Shop } from '../testing/shop.ts'
import { cancelRenewal } from './cancel-renewal.ts'
import { sweepRenewals } from './sweep-renewals.ts'
import type { FakeAgreements } from './testing/fake-agreements.ts'
import { day, hour, minute, openRenewals } from './testing/renewal-acts.ts'
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

describe('turned off', () => {
  it('35: after the notice, nothing is charged', async () => {
    const { userId, externalNo } = await acts.renewing()
    await acts.until(userId, 8 * day)
    await acts.liveThrough(1)
    expect(await acts.told(userId)).toContain(5)
    const { current, past } = await cancelRenewal(shop.ctx, { userId })
    expect(current).toBeNull()
    expect(past[0]).toMatchObject({ status: 'cancelled', endReason: null })
    expect(agreements.all.get(externalNo)?.state).toBe('ended')
    await acts.liveThrough(10)
    expect(agreements.asked).toEqual([])
    expect(await acts.told(userId)).toEqual(['renewal_started', 5, 'by_person'])
    expect((await cancelRenewal(shop.ctx, { userId })).current).toBeNull()
    expect(await acts.told(userId)).toHaveLength(3)
  })

  it('also when the agreement is gone already, and when the channel does not answer', async () => {
    const gone = await acts.renewing()
    const played = agreements.all.get(gone.externalNo)
    if (played) played.state = 'ended'
    expect((await cancelRenewal(shop.ctx, gone)).current).toBeNull()
    const away = await acts.renewing()
    const { cancel } = agreements
    agreements.cancel = () => Promise.reject(new Error('away'))
    expect((await cancelRenewal(shop.ctx, away)).current).toBeNull()
    agreements.cancel = cancel
    shop.domain.advance(5 * minute)
    await sweepRenewals(shop.ctx)
    expect(agreements.all.get(away.externalNo)?.state).toBe('ended')
  })

  it('between two tries, the rest is not tried', async () => {
    const { userId } = await acts.renewing()
    agreements.moods = ['payer_short']
    await acts.until(userId, 10 * day)
    while (agreements.asked.length === 0) {
      await sweepRenewals(shop.ctx)
      shop.domain.advance(hour)
    }
    await cancelRenewal(shop.ctx, { userId })
    await acts.liveThrough(5)
    expect(agreements.asked).toHaveLength(1)
    expect(await acts.renewalOrders(userId)).toEqual(['closed'])
  })

  it('by a payer in their own app: nothing is charged, and they are told; also when that notice was lost', async () => {
    const { userId, externalNo } = await acts.renewing()
    const played = agreements.all.get(externalNo)
    if (played) played.state = 'ended'
    await Promise.all([
      acts.tell(acts.agreementNotice(externalNo, 'ended')),
      acts.tell(acts.agreementNotice(externalNo, 'ended')),
    ])
    expect(await acts.told(userId)).toEqual(['renewal_started', 'ended_at_channel'])
    const silent = await acts.renewing()
    const other = agreements.all.get(silent.externalNo)
    if (other) other.state = 'ended'
    await acts.until(silent.userId, 10 * day)
    await acts.liveThrough(9)
    expect(agreements.asked).toEqual([])
    expect(await acts.told(silent.userId)).toEqual(['renewal_started', 'ended_at_channel'])
  })

  it('and told in the wrong order stays off', async () => {
    const { userId } = await shop.membership('month')
    await acts.agree(userId)
    const externalNo = await acts.externalNoOf(userId)
    await acts.tell(acts.agreementNotice(externalNo, 'ended'))
    await acts.tell(acts.agreementNotice(externalNo, 'active'))
    expect((await acts.mine(userId)).current).toBeNull()
  })
})

describe('without a new consent nothing is charged', () => {
  it('36: when the price was raised, and the person is told', async () => {
    const { userId } = await acts.renewing()
    const { planId } = await acts.month()
    await acts.until(userId, 8 * day)
    await acts.liveThrough(1)
    await shop.ctx.prisma.plan.update({ where: { id: planId }, data: { priceFen: 1_990 } })
    await acts.liveThrough(10)
    await shop.ctx.prisma.plan.update({ where: { id: planId }, data: { priceFen: 990 } })
    expect(agreements.asked).toEqual([])
    expect(await acts.told(userId)).toEqual(['renewal_started', 5, 'price_raised'])
  })

  it('when the plan is no longer sold', async () => {
    const { userId } = await acts.renewing()
    const { planId } = await acts.month()
    await shop.ctx.prisma.plan.update({ where: { id: planId }, data: { isOnSale: false } })
    await acts.until(userId, 10 * day)
    await acts.liveThrough(10)
    await shop.ctx.prisma.plan.update({ where: { id: planId }, data: { isOnSale: true } })
    expect(agreements.asked).toEqual([])
    expect(await acts.told(userId)).toEqual(['renewal_started', 'plan_off_sale'])
  })

  it('when the membership was refunded, and when the account is suspended', async () => {
    const refunded = await acts.renewing()
    await refundActs(shop).confirm({ ...refunded, orderNo: '' })
    expect(await acts.told(refunded.userId)).toEqual(['renewal_started', 'refunded'])
    const suspended = await acts.renewing()
    await shop.ctx.prisma.user.update({ where: { id: suspended.userId }, data: { status: 'suspended' } })
    await sweepRenewals(shop.ctx)
    expect(await acts.told(suspended.userId)).toEqual(['renewal_started', 'suspended'])
    shop.domain.advance(5 * minute)
    await sweepRenewals(shop.ctx)
    for (const { externalNo } of [refunded, suspended]) expect(agreements.all.get(externalNo)?.state).toBe('ended')
  })

  it('when the order of the charge was closed, and closing it twice is one end', async () => {
    const { userId } = await acts.renewing()
    agreements.moods = ['payer_short']
    await acts.until(userId, 10 * day)
    while (agreements.asked.length === 0) {
      await sweepRenewals(shop.ctx)
      shop.domain.advance(hour)
    }
    const order = await shop.ctx.prisma.order.findFirstOrThrow({ where: { userId, renewalCharge: { isNot: null } } })
    await Promise.all([closeOrder(shop.ctx, { orderId: order.id }), closeOrder(shop.ctx, { orderId: order.id })])
    await Promise.all([sweepRenewals(shop.ctx), sweepRenewals(shop.ctx)])
    expect(await acts.told(userId)).toEqual(['renewal_started', 5, 1, 'not_paid'])
  })
})
