import { parseId } from '@mozhou/contracts/ids'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newDeviceMark, rememberDevice } from '../accounts/device-mark.ts'
import { auditLedger } from '../credits/audit-ledger.ts'
import { getBalance } from '../credits/get-balance.ts'
import { approveRefund } from '../orders/decide-refund.ts'
import { openShop } from '../orders/testing/shop.ts'
import type { Shop } from '../orders/testing/shop.ts'
import { inTransaction } from '../transaction.ts'
import { rejectRebate, releaseRebate } from './decide-rebate.ts'
import { listMyRebates } from './list-my-rebates.ts'
import { listRebates } from './list-rebates.ts'
import { referralActs } from './testing/referral-acts.ts'

let shop: Shop
let acts: ReturnType<typeof referralActs>
beforeAll(async () => {
  shop = await openShop()
  acts = referralActs(shop)
})
afterAll(async () => {
  const { checks } = await auditLedger(shop.ctx)
  await shop.domain.close()
  expect(checks.filter(({ isPassed }) => !isPassed)).toEqual([])
})

const creditsOf = async (userId: string) => (await getBalance(shop.ctx, { userId })).credits

describe('binding', () => {
  it('53: own code, or a code at the second registration of a mailbox, is refused with words', async () => {
    const owner = await acts.person(undefined, { email: 'wang.xm@example.com' })
    await expect(acts.person(owner, { email: 'wang.xm+2@example.com' })).rejects.toMatchObject({
      code: 'REFERRAL_CODE_OWN',
    })
    const other = await acts.person()
    await expect(acts.person(other, { email: 'Wang.XM+invited@example.com' })).rejects.toMatchObject({
      code: 'REFERRAL_SECOND_REGISTRATION',
    })
    expect(await shop.ctx.prisma.referralRelation.count({ where: { referrerId: { in: [owner, other] } } })).toBe(0)
  })

  it('is kept for ever, and nobody is invited who has invited somebody', async () => {
    const referrer = await acts.person()
    const referee = await acts.person(referrer)
    const { prisma } = shop.ctx
    await expect(
      prisma.$executeRaw`UPDATE referral_relations SET code = 'ABCDEFGH' WHERE referee_id = ${referee}::uuid`,
    ).rejects.toThrow('what is bound stays bound')
    await expect(
      prisma.$executeRaw`DELETE FROM referral_relations WHERE referee_id = ${referee}::uuid`,
    ).rejects.toThrow('what is bound stays bound')
    await expect(
      prisma.$executeRaw`INSERT INTO referral_relations (referee_id, referrer_id, code, created_at)
        VALUES (${referrer}::uuid, ${referee}::uuid, 'ABCDEFGH', now())`,
    ).rejects.toThrow('can have no referrer any more')
  })
})

describe('a rebate', () => {
  it('is born in the fulfilment from what was received, once, with rate, base and rule frozen', async () => {
    const referrer = await acts.person()
    const referee = await acts.person(referrer)
    const first = await acts.recharge(referee, 9_900)
    expect(await acts.rebates(first.orderId)).toMatchObject([
      { level: 0, beneficiaryId: referee, amount: 20, status: 'held' },
      { level: 1, beneficiaryId: referrer, baseFen: 9_900, rateBp: 1_000, amount: 99, status: 'held' },
    ])
    await shop.tell(shop.alipay.pay(first.orderNo))
    expect(await acts.rebates(first.orderId)).toHaveLength(2)
    const second = await acts.recharge(referee, 9_900)
    expect(await acts.rebates(second.orderId)).toEqual([])
    expect(await acts.payDue()).toEqual({ paid: 0, inReview: 0, waiting: 0, expired: 0, failed: 0 })
    expect(await shop.ctx.prisma.rebateBatch.count()).toBe(0)
  })

  it('54: of two accounts that one person pays for is held, and only finance reads why', async () => {
    const referrer = await acts.person()
    const [one, two] = [await acts.person(referrer), await acts.person(referrer)]
    await acts.recharge(one, 10_000, 'one-alipay')
    const order = await acts.recharge(two, 10_000, 'one-alipay')
    const held = await acts.rebate(order.orderId)
    expect(held.status).toBe('in_review')
    expect(held.flags).toMatchObject([
      { rule: 'same_payer_as_referee', severity: 'high', moment: 'fulfilment', facts: { people: 1 } },
    ])
    const list = { search: '', limit: 20, status: 'in_review' as const }
    const seen = async (mayReview: boolean) =>
      (await listRebates(shop.ctx, { ...list, mayReview })).items.find(
        ({ order: { orderNo } }) => orderNo === order.orderNo,
      )
    expect((await seen(true))?.flags).toHaveLength(1)
    expect((await seen(false))?.flags).toBeNull()
    const mine = await listMyRebates(shop.ctx, { userId: referrer, limit: 20 })
    expect(mine.items[0]).toMatchObject({ state: 'pending', amount: 100 })
    expect(JSON.stringify(mine)).not.toMatch(/payer|review|flag/)
  })

  it('paid for with the account of who invited is held', async () => {
    const referrer = await acts.person()
    await acts.recharge(referrer, 1_000, 'shared')
    const order = await acts.recharge(await acts.person(referrer), 10_000, 'shared')
    expect((await acts.rebate(order.orderId)).flags).toMatchObject([{ rule: 'same_payer_as_referrer' }])
  })

  it('of somebody at the same address alone is only noted', async () => {
    const referrer = await shop.newPerson()
    const { user } = await shop.domain.signUp({ referralCode: await acts.codeOf(referrer) })
    const order = await acts.recharge(parseId('user', user.id) ?? '', 10_000)
    expect(await acts.rebate(order.orderId)).toMatchObject({
      status: 'held',
      flags: [{ rule: 'same_address', severity: 'low' }],
    })
  })

  it('of somebody in the same browser is held, whatever their addresses are', async () => {
    const referrer = await acts.person()
    const referee = await acts.person(referrer)
    const deviceMark = newDeviceMark()
    for (const userId of [referrer, referee])
      await inTransaction(shop.ctx, (tx) => rememberDevice(tx, { userId, deviceMark }))
    const other = await acts.person(referrer)
    await inTransaction(shop.ctx, (tx) => rememberDevice(tx, { userId: other, deviceMark: newDeviceMark() }))
    expect(await acts.rebates((await acts.recharge(referee, 10_000)).orderId)).toMatchObject([
      { level: 0, status: 'in_review' },
      { level: 1, status: 'in_review' },
    ])
    const flagged = await shop.ctx.prisma.rebateFlag.findMany({ where: { rebate: { beneficiaryId: referrer } } })
    expect(flagged).toMatchObject([{ rule: 'same_device', severity: 'high', facts: { devices: 1 } }])
    expect(await acts.rebate((await acts.recharge(other, 10_000)).orderId)).toMatchObject({ status: 'held', flags: [] })
  })

  it('55: whose suspicion is dismissed is due on its old date, and is not held for the same again', async () => {
    const referrer = await acts.person()
    const [one, two] = [await acts.person(referrer), await acts.person(referrer)]
    await acts.recharge(one, 10_000, 'couple')
    const order = await acts.recharge(two, 10_000, 'couple')
    const { id: rebateId, dueAt } = await acts.rebate(order.orderId)
    const actor = await acts.actor()
    acts.days(10)
    await releaseRebate(shop.ctx, { rebateId, reason: '夫妻两人用一个支付宝', actor })
    expect(await acts.rebate(order.orderId)).toMatchObject({ status: 'held', dueAt })
    await expect(rejectRebate(shop.ctx, { rebateId, reason: '再来一次', actor })).rejects.toMatchObject({
      code: 'REBATE_NOT_IN_REVIEW',
    })
    acts.days(6)
    await acts.payDue()
    expect((await acts.rebate(order.orderId)).status).toBe('paid')
    expect(await shop.ctx.prisma.rebateDecision.findMany({ where: { rebateId } })).toMatchObject([
      { decision: 'released', reason: '夫妻两人用一个支付宝', actorId: actor.userId },
    ])
  })

  it('that is refused ends with reason and actor, and nothing is paid', async () => {
    const referrer = await acts.person()
    await acts.recharge(referrer, 1_000, 'self')
    const order = await acts.recharge(await acts.person(referrer), 10_000, 'self')
    const { id: rebateId } = await acts.rebate(order.orderId)
    await rejectRebate(shop.ctx, { rebateId, reason: '自己给自己付款', actor: await acts.actor() })
    acts.days(20)
    await acts.payDue()
    expect(await acts.rebate(order.orderId)).toMatchObject({ status: 'cancelled', endReason: 'rejected' })
    expect(await acts.entries(rebateId)).toEqual([])
  })
})

describe('a refund', () => {
  it('56: in full on day 3 cancels what is pending', async () => {
    const referrer = await acts.person()
    const referee = await acts.person(referrer)
    const order = await acts.recharge(referee, 10_000)
    acts.days(3)
    const { refundId } = await acts.confirm(order)
    expect(await acts.rebates(order.orderId)).toMatchObject([
      { level: 0, status: 'cancelled', endReason: 'refunded', amount: 0 },
      { level: 1, status: 'cancelled', endReason: 'refunded', amount: 0 },
    ])
    await acts.settle(refundId)
    acts.days(20)
    await acts.payDue()
    expect(await acts.entries((await acts.rebate(order.orderId)).id)).toEqual([])
  })

  it('56: in full on day 20, after the payout, is a negative entry, and the next rebates net it', async () => {
    const referrer = await acts.person()
    const order = await acts.recharge(await acts.person(referrer), 10_000)
    acts.days(16)
    await acts.payDue()
    const { id } = await acts.rebate(order.orderId)
    const before = await creditsOf(referrer)
    await acts.spend(referrer, before)
    acts.days(4)
    const { refundId } = await acts.confirm(order)
    await approve(refundId)
    expect(await acts.entries(id)).toMatchObject([
      { kind: 'rebate', amount: 100 },
      { kind: 'clawback_rebate', amount: -100 },
    ])
    expect(await creditsOf(referrer)).toBe(-100)
    await acts.recharge(await acts.person(referrer), 20_000)
    acts.days(16)
    await acts.payDue()
    expect(await creditsOf(referrer)).toBe(100)
  })

  it('57: of a half takes a half, rounded down, at the rate of then', async () => {
    const referrer = await acts.person()
    await acts.setRule({ ratesBp: [1_500] })
    const order = await acts.recharge(await acts.person(referrer), 10_100)
    await acts.setRule({ ratesBp: [200] })
    expect(await acts.rebate(order.orderId)).toMatchObject({ rateBp: 1_500, bornAmount: 151, amount: 151 })
    acts.days(9)
    const { refundId } = await acts.confirm(order)
    await approve(refundId, 5_050)
    expect(await acts.rebate(order.orderId)).toMatchObject({ status: 'held', amount: 75 })
    await acts.setRule()
  })

  it('that fails gives back what it took, pending and paid', async () => {
    const referrer = await acts.person()
    const [pending, paid] = [await acts.person(referrer), await acts.person(referrer)]
    const paidOrder = await acts.recharge(paid, 10_000)
    acts.days(16)
    await acts.payDue()
    const pendingOrder = await acts.recharge(pending, 10_000)
    const before = await creditsOf(referrer)
    for (const order of [paidOrder, pendingOrder]) {
      const { refundId } = await acts.confirm(order)
      if (order === paidOrder) await approve(refundId)
      expect((await acts.rebate(order.orderId)).amount).toBe(0)
      await acts.settle(refundId, 'failed')
    }
    expect(await acts.rebate(pendingOrder.orderId)).toMatchObject({ status: 'held', amount: 100, endReason: null })
    expect(await acts.rebate(paidOrder.orderId)).toMatchObject({ status: 'paid', amount: 100 })
    expect(await creditsOf(referrer)).toBe(before)
  })
})

describe('a payout', () => {
  it('59: to somebody suspended stays pending, and lapses after the set days', async () => {
    await acts.setRule({ expireDays: 30 })
    const [back, gone] = [await acts.person(), await acts.person()]
    const backOrder = await acts.recharge(await acts.person(back), 10_000)
    const goneOrder = await acts.recharge(await acts.person(gone), 10_000)
    await Promise.all([back, gone].map((id) => acts.suspend(id, 'suspended')))
    acts.days(16)
    expect(await acts.payDue()).toMatchObject({ waiting: 2 })
    expect((await acts.rebate(goneOrder.orderId)).status).toBe('due')
    await acts.suspend(back, 'active')
    acts.days(28)
    await acts.payDue()
    expect((await acts.rebate(backOrder.orderId)).status).toBe('paid')
    expect((await acts.rebate(goneOrder.orderId)).status).toBe('due')
    acts.days(2)
    await acts.payDue()
    expect(await acts.rebate(goneOrder.orderId)).toMatchObject({ status: 'expired', endReason: 'suspended' })
    await acts.setRule()
  })

  it('60: of one batch twice, and by four at once, is once each', async () => {
    const referrer = await acts.person()
    const orders = []
    for (let count = 0; count < 6; count += 1) orders.push(await acts.recharge(await acts.person(referrer), 10_000))
    acts.days(16)
    const before = await creditsOf(referrer)
    const runs = await Promise.all(Array.from({ length: 4 }, acts.payDue))
    expect(runs.reduce((sum, { paid }) => sum + paid, 0)).toBe(12)
    expect(await acts.payDue()).toMatchObject({ paid: 0 })
    expect(await creditsOf(referrer)).toBe(before + 600)
    for (const { orderId } of orders) expect(await acts.entries((await acts.rebate(orderId)).id)).toHaveLength(1)
  })
})

async function approve(refundId: string, amountFen?: number): Promise<void> {
  const refund = await shop.ctx.prisma.moneyRefund.findUniqueOrThrow({ where: { id: refundId } })
  const actor = await acts.actor()
  const decision = { refundId, basis: 'wish' as const, reason: 'test', actor }
  await approveRefund(shop.ctx, { ...decision, amountFen: amountFen ?? refund.amountFen })
}
