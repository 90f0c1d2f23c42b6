import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditLedger } from '../credits/audit-ledger.ts'
import { postEntry } from '../credits/post-entry.ts'
import { approveRefund, rejectRefund } from './decide-refund.ts'
import { getMoneyRefund } from './get-money-refund.ts'
import { listMoneyRefunds } from './list-money-refunds.ts'
import { refundActs } from './testing/refund-acts.ts'
import { openShop } from './testing/shop.ts'
import type { Shop } from './testing/shop.ts'

const day = 86_400_000
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

describe('a recharge that finance decide about', () => {
  it('16: of 100 yuan with 300 of 1 000 used gives back 70.00 for the other 700, once finance has agreed', async () => {
    const bought = await acts.onlyRecharge(10_000)
    await acts.spend(bought.userId, 300)
    expect(await acts.quote(bought)).toMatchObject({ amountFen: 7_000, takenCredits: 700, waitsFor: 'used' })
    const { refundId, isReserved } = await acts.confirm(bought)
    expect(isReserved).toBe(false)
    expect(await shop.creditsOf(bought.userId)).toBe(700)
    const actor = await acts.finance()
    const { items } = await listMoneyRefunds(shop.ctx, { queue: 'waiting', limit: 100 })
    expect(items.map(({ order }) => order.orderNo)).toContain(bought.orderNo)
    const { quote: fresh } = await getMoneyRefund(shop.ctx, { refundId })
    expect(fresh).toMatchObject({ amountFen: 7_000, faultFen: 7_000, refusal: null })
    await approveRefund(shop.ctx, { refundId, amountFen: 7_000, basis: 'wish', reason: '用户不再需要', actor })
    expect(await shop.creditsOf(bought.userId)).toBe(0)
    await acts.settle(refundId)
    expect(await shop.stand(bought)).toMatchObject({
      status: 'partially_refunded',
      refunds: [{ status: 'succeeded', amountFen: 7_000, decisionNote: '用户不再需要' }],
    })
    const audited = await shop.ctx.prisma.auditRow.findMany({ where: { actorId: actor.userId } })
    expect(audited).toMatchObject([{ action: 'refund.approve', after: { amountFen: 7_000, credits: 700 } }])
    await expect(rejectRefund(shop.ctx, { refundId, reason: '又不要了', actor })).rejects.toMatchObject({
      code: 'REFUND_DECIDED',
    })
  })

  it('17: with 500 credits besides, 300 used, gives back 70.00 for 1 200', async () => {
    const bought = await acts.onlyRecharge(10_000)
    const reference = { type: 'order', id: bought.orderId }
    const { userId } = bought
    await postEntry(shop.ctx, {
      key: `bonus:${bought.orderId}`,
      kind: 'recharge_bonus',
      userId,
      unit: 'credits',
      amount: 500,
      reference,
    })
    await acts.spend(userId, 300)
    expect(await acts.quote(bought)).toMatchObject({ amountFen: 7_000, takenCredits: 1_200 })
    const { refundId } = await acts.confirm(bought)
    await approveRefund(shop.ctx, {
      refundId,
      amountFen: 7_000,
      basis: 'wish',
      reason: '同意',
      actor: await acts.finance(),
    })
    expect(await acts.clawbacks(bought.orderId)).toEqual([
      { kind: 'clawback_bonus', amount: -500 },
      { kind: 'clawback_recharge', amount: -700 },
    ])
    expect(await shop.creditsOf(userId)).toBe(0)
  })

  it('23: goes back in parts, each with its share of the credits, and never beyond the rest', async () => {
    const bought = await acts.onlyRecharge(10_000)
    shop.domain.advance(8 * day)
    const actor = await acts.finance()
    const part = async (amountFen: number) => {
      const { refundId, isReserved } = await acts.confirm(bought)
      expect(isReserved).toBe(false)
      await approveRefund(shop.ctx, { refundId, amountFen, basis: 'wish', reason: '部分退款', actor })
      await acts.settle(refundId)
    }
    await part(3_333)
    expect(await shop.creditsOf(bought.userId)).toBe(1_000 - 334)
    await part(3_333)
    expect(await acts.quote(bought)).toMatchObject({ amountFen: 3_334, refundedFen: 6_666, takenCredits: 333 })
    await expect(part(3_335)).rejects.toMatchObject({ code: 'REFUND_QUOTE_CHANGED' })
    expect((await shop.stand(bought)).status).toBe('partially_refunded')
  })

  it('is refused by finance with a reason that its person reads, and nothing was taken', async () => {
    const bought = await acts.onlyRecharge(1_000)
    await acts.spend(bought.userId, 10)
    const { refundId } = await acts.confirm(bought)
    await rejectRefund(shop.ctx, { refundId, reason: '已超过约定', actor: await acts.finance() })
    expect(await shop.creditsOf(bought.userId)).toBe(90)
    expect(await shop.stand(bought)).toMatchObject({
      status: 'fulfilled',
      refunds: [{ status: 'rejected', decisionNote: '已超过约定' }],
    })
    expect(await acts.quote(bought)).toMatchObject({ refusal: null, amountFen: 900 })
  })
})
