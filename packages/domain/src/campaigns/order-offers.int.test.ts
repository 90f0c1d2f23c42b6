import { AppError } from '@mozhou/contracts/errors'
import type { CampaignRule } from '@mozhou/contracts/campaigns/rule'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { auditLedger } from '../credits/audit-ledger.ts'
import { openShop } from '../orders/testing/shop.ts'
import type { Shop } from '../orders/testing/shop.ts'
import { inTransaction } from '../transaction.ts'
import { campaignResults } from './campaign-results.ts'
import { findOffer, previewOffer, releaseOffer, reserveOffer, returnOffer, spendOffer } from './order-offers.ts'
import { campaignActs } from './testing/campaign-acts.ts'

let shop: Shop
let acts: ReturnType<typeof campaignActs>
beforeAll(async () => {
  shop = await openShop()
  acts = campaignActs(shop.domain)
})
afterAll(() => shop.domain.close())

const offer = (reward: 'amount_off' | 'bonus_credits', amount = 100): CampaignRule => ({
  kind: 'recharge_offer',
  reward,
  tiers: [{ fromFen: 1_000, amount }],
})
const cart = { kind: 'recharge' as const, listFen: 1_000 }
/** Until orders reserve by themselves: an unpaid order of this person, with what was offered for it. */
async function hold(userId: string) {
  const found = await findOffer(shop.ctx, { userId, cart })
  const order = await shop.unpaidRecharge(cart.listFen, userId)
  if (found === null) throw new Error('nothing is offered')
  await inTransaction(shop.ctx, (tx) => reserveOffer(tx, { userId, orderId: order.orderId, offer: found }))
  return order
}
const spend = (orderId: string) => inTransaction(shop.ctx, (tx) => spendOffer(tx, { orderId }))
const release = (orderId: string) => inTransaction(shop.ctx, (tx) => releaseOffer(tx, { orderId }))

it('47: what an order held that is closed goes back to the budget, once, and the person may use it again', async () => {
  const id = await acts.running(offer('amount_off'), { budget: 150, limits: { perPerson: 1, perPersonDay: null } })
  const userId = await acts.newPerson()
  const order = await hold(userId)
  expect(await acts.budgetOf(id)).toEqual({ total: 150, reserved: 100, spent: 0 })
  expect(await findOffer(shop.ctx, { userId, cart })).toBeNull()
  expect(await findOffer(shop.ctx, { userId: await acts.newPerson(), cart })).toBeNull()
  expect(await Promise.all([release(order.orderId), release(order.orderId)])).toContain(true)
  expect(await acts.budgetOf(id)).toEqual({ total: 150, reserved: 0, spent: 0 })
  await spend(order.orderId)
  expect(await acts.budgetOf(id)).toEqual({ total: 150, reserved: 0, spent: 0 })
  expect(await findOffer(shop.ctx, { userId, cart })).toMatchObject({ campaignId: id, discountFen: 100 })
  await acts.become(id, 'ended')
})

it('48: an open order is honoured though the campaign was paused and ended meanwhile, its bonus once', async () => {
  const id = await acts.running(offer('bonus_credits', 30))
  const userId = await acts.newPerson()
  const order = await hold(userId)
  await acts.become(id, 'paused')
  expect(await findOffer(shop.ctx, { userId: await acts.newPerson(), cart })).toBeNull()
  await acts.become(id, 'ended')
  await shop.tell(shop.alipay.pay(order.orderNo))
  await Promise.all([spend(order.orderId), spend(order.orderId)])
  await release(order.orderId)
  expect(await acts.creditsOf(userId)).toBe(130)
  expect(await acts.budgetOf(id)).toMatchObject({ reserved: 0, spent: 30 })
  const entries = await shop.ctx.prisma.creditEntry.findMany({
    where: { referenceId: order.orderId },
    orderBy: { sequence: 'asc' },
    select: { kind: true, amount: true },
  })
  expect(entries).toEqual([
    { kind: 'recharge', amount: 100 },
    { kind: 'recharge_bonus', amount: 30 },
  ])
  expect((await auditLedger(shop.ctx)).checks.filter(({ isPassed }) => !isPassed)).toEqual([])
})

it('holds the last of a budget for one of many orders at once', async () => {
  const id = await acts.running(offer('amount_off'), { budget: 250 })
  const people = await Promise.all(Array.from({ length: 6 }, () => acts.newPerson()))
  const orders = await Promise.all(people.map((userId) => shop.unpaidRecharge(1_000, userId)))
  const found = await findOffer(shop.ctx, { userId: people[0] ?? '', cart })
  if (found === null) throw new Error('nothing is offered')
  const held = await Promise.allSettled(
    orders.map(({ userId, orderId }) =>
      inTransaction(shop.ctx, (tx) => reserveOffer(tx, { userId, orderId, offer: found })),
    ),
  )
  const refused = held.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
  expect(refused).toEqual([1, 2, 3, 4].map(() => new AppError('CAMPAIGN_BUDGET_USED_UP')))
  expect(await acts.budgetOf(id)).toEqual({ total: 250, reserved: 200, spent: 0 })
  await acts.become(id, 'ended')
})

it('returns the cost of an order that went back in full, while the campaign runs', async () => {
  const id = await acts.running(offer('amount_off'))
  const orders = [await hold(await acts.newPerson()), await hold(await acts.newPerson())]
  for (const { orderId } of orders) await spend(orderId)
  const giveBack = (index: number) =>
    inTransaction(shop.ctx, (tx) => returnOffer(tx, { orderId: orders[index]?.orderId ?? '' }))
  expect(await giveBack(0)).toBe(true)
  expect(await giveBack(0)).toBe(false)
  expect(await acts.budgetOf(id)).toMatchObject({ spent: 100 })
  await acts.become(id, 'ended')
  expect(await giveBack(1)).toBe(false)
  expect(await acts.budgetOf(id)).toMatchObject({ spent: 100 })
})

it('shows the checkout what is offered, also once Redis knows that nothing is, and at once when something begins', async () => {
  const buyer = { userId: await acts.newPerson(), cart }
  expect(await previewOffer(shop.ctx, buyer)).toBeNull()
  const id = await acts.running(offer('amount_off', 70))
  expect(await previewOffer(shop.ctx, buyer)).toMatchObject({ campaignId: id, discountFen: 70 })
  await acts.become(id, 'ended')
  expect(await previewOffer(shop.ctx, buyer)).toBeNull()
})

it('counts income of its own orders apart from that of others that it helped', async () => {
  const id = await acts.running(offer('amount_off'))
  const userId = await acts.newPerson()
  const order = await hold(userId)
  await shop.tell(shop.alipay.pay(order.orderNo))
  await spend(order.orderId)
  await acts.become(id, 'ended')
  await shop.recharge(3_000, userId)
  await shop.recharge(5_000)
  shop.domain.advance(8 * 86_400_000)
  await shop.recharge(7_000, userId)
  expect(await campaignResults(shop.ctx, { campaignId: id })).toMatchObject({
    participants: 1,
    rewarded: 1,
    times: 1,
    cost: 100,
    held: 0,
    directFen: 1_000,
    assistedFen: 3_000,
    days: [{ times: 1, cost: 100 }],
  })
})
