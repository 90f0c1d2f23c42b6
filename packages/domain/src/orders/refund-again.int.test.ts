import { parseId } from '@mozhou/contracts/ids'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditLedger } from '../credits/audit-ledger.ts'
import { getMembership } from '../memberships/get-membership.ts'
import { listNotifications } from '../notifications/list-notifications.ts'
import { advanceRefund } from './advance-refund.ts'
import { findUnattended } from './find-unattended.ts'
import { getOrderDetail } from './get-order-detail.ts'
import { listMoneyRefunds } from './list-money-refunds.ts'
import { findRefundsWaiting } from '../overview/find-waiting.ts'
import { resolveOrder } from './resolve-order.ts'
import { refundActs } from './testing/refund-acts.ts'
import { openShop } from './testing/shop.ts'
import type { Bought, Shop } from './testing/shop.ts'

let shop: Shop
let acts: ReturnType<typeof refundActs>
beforeAll(async () => {
  shop = await openShop()
  acts = refundActs(shop)
})
afterAll(async () => {
  const { checks } = await auditLedger(shop.ctx)
  await shop.domain.close()
  expect(checks.filter(({ isPassed }) => !isPassed)).toEqual([])
})

/** A recharge of 100 credits whose refund the channel could not carry out. */
async function stuck() {
  const bought = await acts.onlyRecharge(1_000)
  const { refundId } = await acts.confirm(bought)
  await acts.settle(refundId, 'abnormal')
  return { bought, refundId, refundNo: await acts.numberOf(refundId) }
}
const again = async ({ orderId }: Bought) =>
  resolveOrder(shop.ctx, {
    orderId,
    resolution: 'refund_again',
    note: '付款人的账户已恢复',
    actor: await acts.finance(),
  })
const refundsOf = ({ orderId }: Bought) =>
  shop.ctx.prisma.moneyRefund.findMany({ where: { orderId }, orderBy: { createdAt: 'asc' } })
const toLookAt = async () =>
  (await listMoneyRefunds(shop.ctx, { queue: 'attention', limit: 50 })).items.map(({ id }) =>
    parseId('moneyRefund', id),
  )
const sent = (refundNo: string) => shop.alipay.refunds.get(refundNo)?.asked ?? 0

describe('a refund that did not go through', () => {
  it('wants to be looked at until it is made again, or its order is settled, and is not counted for ever', async () => {
    const before = (await findRefundsWaiting(shop.ctx)).toLookAt.count
    const counted = async () => (await findRefundsWaiting(shop.ctx)).toLookAt.count - before
    const [{ bought, refundId }, other] = [await stuck(), await stuck()]
    expect(await counted()).toBe(2)
    expect(await toLookAt()).toEqual(expect.arrayContaining([refundId, other.refundId]))
    await again(bought)
    expect(await counted()).toBe(1)
    const [, made] = await refundsOf(bought)
    await acts.settle(made?.id ?? '', 'failed')
    expect(await counted()).toBe(2)
    expect(await toLookAt()).toEqual(expect.arrayContaining([made?.id, other.refundId]))
    expect(await toLookAt()).not.toContain(refundId)
    const { orderId } = other.bought
    const actor = await acts.finance()
    await resolveOrder(shop.ctx, { orderId, resolution: 'settled_elsewhere', note: '已线下转账退回', actor })
    expect(await counted()).toBe(1)
    expect(await toLookAt()).not.toContain(other.refundId)
  })

  it('is made again under a new number, for the same sum and the same credits, once', async () => {
    const { bought, refundNo } = await stuck()
    const { possibleResolutions } = await getOrderDetail(shop.ctx, bought)
    expect(possibleResolutions).toEqual(['refund_again', 'settled_elsewhere'])
    const presses = await Promise.allSettled([again(bought), again(bought), again(bought)])
    expect(presses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const [old, made, ...more] = await refundsOf(bought)
    expect(more).toEqual([])
    expect(old).toMatchObject({ status: 'failed', refundNo })
    expect(made).toMatchObject({ kind: 'request', status: 'reserved', amountFen: 1_000, takenCredits: 100 })
    expect(made?.refundNo).not.toBe(refundNo)
    expect(await shop.creditsOf(bought.userId)).toBe(0)
    await acts.settle(made?.id ?? '')
    expect([sent(refundNo), sent(made?.refundNo ?? '')]).toEqual([1, 1])
    expect(await shop.stand(bought)).toMatchObject({ status: 'refunded', abnormalReason: null })
    const told = (await listNotifications(shop.ctx, { userId: bought.userId, limit: 10 })).items
    expect(told.filter(({ kind }) => kind === 'order_refunded')).toHaveLength(1)
  })

  it('is only written down where the channel says that it has gone back after all', async () => {
    const { bought, refundNo } = await stuck()
    shop.alipay.refunds.set(refundNo, { state: 'succeeded', refundFen: 1_000, asked: 1 })
    expect(await again(bought)).toEqual({ refunds: [] })
    expect(await shop.stand(bought)).toMatchObject({ status: 'refunded', abnormalReason: null })
    expect(await refundsOf(bought)).toHaveLength(1)
    expect(sent(refundNo)).toBe(1)
    expect(await shop.creditsOf(bought.userId)).toBe(0)
  })

  it('is waited for under its number where the channel still works on it', async () => {
    const { bought, refundId, refundNo } = await stuck()
    shop.alipay.refunds.set(refundNo, { state: 'processing', refundFen: 1_000, asked: 1 })
    expect(await again(bought)).toEqual({ refunds: [{ refundId, userId: bought.userId }] })
    expect(await advanceRefund(shop.ctx, { refundId })).toEqual({ status: 'submitted', isOver: false })
    expect(await acts.settle(refundId)).toEqual({ status: 'succeeded', isOver: true })
    expect(sent(refundNo)).toBe(1)
  })

  it('stays as it is while the channel does not say what became of it', async () => {
    const { bought, refundId } = await stuck()
    shop.alipay.before('queryRefund', () => Promise.reject(new Error('down')))
    await expect(again(bought)).rejects.toMatchObject({ code: 'CHANNEL_UNAVAILABLE' })
    expect(await refundsOf(bought)).toMatchObject([{ id: refundId, status: 'abnormal' }])
    expect((await shop.stand(bought)).abnormalReason).toBe('refund_abnormal')
  })

  it('gives the credits again when it fails under the new number, too', async () => {
    const { bought } = await stuck()
    const [refund] = (await again(bought)).refunds
    await acts.settle(refund?.refundId ?? '', 'failed')
    expect(await shop.creditsOf(bought.userId)).toBe(100)
    // The person has everything again, and may ask anew.
    expect((await getOrderDetail(shop.ctx, bought)).possibleResolutions).toEqual(['settled_elsewhere'])
    expect(await acts.quote(bought)).toMatchObject({ refusal: null, amountFen: 1_000 })
  })

  it('of a membership ends it once, and its failure gives the months again', async () => {
    const month = await shop.membership('month')
    const [before] = await shop.ctx.prisma.membershipPeriod.findMany({ where: { userId: month.userId } })
    const { refundId } = await acts.confirm(month)
    await acts.settle(refundId, 'abnormal')
    const [refund] = (await again(month)).refunds
    expect((await getMembership(shop.ctx, month.userId)).isMember).toBe(false)
    await acts.settle(refund?.refundId ?? '', 'failed')
    expect((await getMembership(shop.ctx, month.userId)).isMember).toBe(true)
    const [back, ...more] = await shop.ctx.prisma.membershipPeriod.findMany({ where: { userId: month.userId } })
    expect(more).toEqual([])
    expect(back?.endsAt.getTime()).toBeGreaterThanOrEqual(before?.endsAt.getTime() ?? Infinity)
  })
})

it('money that was paid twice and did not go back is sent again, and found by the sweep', async () => {
  const bought = await acts.onlyRecharge(1_000)
  const { refund } = await shop.tell(shop.alipay.pay(bought.orderNo, { transactionId: `second-${bought.orderNo}` }))
  await acts.settle(refund?.refundId ?? '', 'failed')
  const [made] = (await again(bought)).refunds
  expect(made?.refundId).not.toBe(refund?.refundId)
  shop.domain.advance(31_000)
  expect((await findUnattended(shop.ctx)).refunds.map(({ refundId }) => refundId)).toContain(made?.refundId)
  await acts.settle(made?.refundId ?? '')
  expect(await shop.stand(bought)).toMatchObject({ status: 'fulfilled', abnormalReason: null })
  expect(await shop.creditsOf(bought.userId)).toBe(100)
})
