import { AppError } from '@mozhou/contracts/errors'
import type { CampaignRule } from '@mozhou/contracts/campaigns/rule'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { auditLedger } from '../credits/audit-ledger.ts'
import { createRecharge } from '../orders/create-order.ts'
import { recordExternalRefund } from '../orders/record-external-refund.ts'
import { getOrder } from '../orders/get-order.ts'
import { cancelOrder } from '../orders/cancel-order.ts'
import { closeOrder } from '../orders/close-order.ts'
import { refundActs } from '../orders/testing/refund-acts.ts'
import { openShop } from '../orders/testing/shop.ts'
import type { Bought, Shop } from '../orders/testing/shop.ts'
import { inTransaction } from '../transaction.ts'
import { campaignResults } from './campaign-results.ts'
import { findOffer, previewOffer, releaseOffer } from './order-offers.ts'
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
const order = (userId: string) => shop.unpaidRecharge(cart.listFen, userId)
const pay = (bought: Bought) => shop.tell(shop.alipay.pay(bought.orderNo))

it('47: what an order held that is closed goes back to the budget, once, and the person may use it again', async () => {
  const id = await acts.running(offer('amount_off'), { budget: 150, limits: { perPerson: 1, perPersonDay: null } })
  const userId = await acts.newPerson()
  const held = await order(userId)
  expect(await shop.stand(held)).toMatchObject({ priceFen: 1_000, offerDiscountFen: 100, payableFen: 900 })
  expect(await acts.budgetOf(id)).toEqual({ total: 150, reserved: 100, spent: 0 })
  expect(await findOffer(shop.ctx, { userId, cart })).toBeNull()
  expect(await shop.stand(await order(await acts.newPerson()))).toMatchObject({ payableFen: 1_000 })
  await Promise.all([cancelOrder(shop.ctx, held), closeOrder(shop.ctx, held)])
  expect(await acts.budgetOf(id)).toEqual({ total: 150, reserved: 0, spent: 0 })
  expect(await shop.stand(await order(userId))).toMatchObject({ offerDiscountFen: 100 })
  await acts.become(id, 'ended')
})

it('48: an open order is honoured though the campaign was paused and ended meanwhile, its bonus once', async () => {
  const id = await acts.running(offer('bonus_credits', 30))
  const userId = await acts.newPerson()
  const held = await order(userId)
  expect(await getOrder(shop.ctx, { userId, orderId: held.orderId })).toMatchObject({ credits: 100, bonusCredits: 30 })
  await acts.become(id, 'paused')
  expect(await findOffer(shop.ctx, { userId: await acts.newPerson(), cart })).toBeNull()
  await acts.become(id, 'ended')
  await Promise.all([pay(held), pay(held)])
  await inTransaction(shop.ctx, (tx) => releaseOffer(tx, held))
  expect(await acts.creditsOf(userId)).toBe(130)
  expect(await acts.budgetOf(id)).toMatchObject({ reserved: 0, spent: 30 })
  const entries = await shop.ctx.prisma.creditEntry.findMany({
    where: { referenceId: held.orderId },
    orderBy: { sequence: 'asc' },
    select: { kind: true, amount: true },
  })
  expect(entries).toEqual([
    { kind: 'recharge', amount: 100 },
    { kind: 'recharge_bonus', amount: 30 },
  ])
  expect(await getOrder(shop.ctx, { userId, orderId: held.orderId })).toMatchObject({ credits: 100, bonusCredits: 30 })
  const told = await shop.ctx.prisma.notification.findMany({
    where: { userId, kind: 'order_paid' },
    select: { params: true },
  })
  expect(told).toMatchObject([{ params: { credits: 100, bonusCredits: 30 } }])
  expect((await auditLedger(shop.ctx)).checks.filter(({ isPassed }) => !isPassed)).toEqual([])
})

it('holds the last of a budget for so many of many orders at once as it bears; the others pay the list price or are told', async () => {
  const id = await acts.running(offer('amount_off'), { budget: 250 })
  const people = await Promise.all(Array.from({ length: 6 }, () => acts.newPerson()))
  const made = await Promise.allSettled(people.map(order))
  const refused = made.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
  for (const reason of refused) expect(reason).toEqual(new AppError('CAMPAIGN_BUDGET_USED_UP'))
  const orders = await Promise.all(
    made.flatMap((result) => (result.status === 'fulfilled' ? [shop.stand(result.value)] : [])),
  )
  expect(orders.filter(({ payableFen }) => payableFen === 900)).toHaveLength(2)
  expect(orders.filter(({ payableFen }) => payableFen === 1_000)).toHaveLength(4 - refused.length)
  expect(await acts.budgetOf(id)).toEqual({ total: 250, reserved: 200, spent: 0 })
  await acts.become(id, 'ended')
})

it('returns the cost of an order that went back in full, while the campaign runs', async () => {
  const id = await acts.running(offer('amount_off'))
  const orders = [await order(await acts.newPerson()), await order(await acts.newPerson())] as const
  for (const bought of orders) await pay(bought)
  expect(await acts.budgetOf(id)).toMatchObject({ reserved: 0, spent: 200 })
  const refunds = refundActs(shop)
  await refunds.settle((await refunds.confirm(orders[0])).refundId)
  expect(await shop.stand(orders[0])).toMatchObject({ status: 'refunded' })
  expect(await acts.budgetOf(id)).toMatchObject({ spent: 100 })
  await acts.become(id, 'ended')
  await refunds.settle((await refunds.confirm(orders[1])).refundId)
  expect(await acts.budgetOf(id)).toMatchObject({ spent: 100 })
})

it('is had by who ordered before it began, as the checkout shows it; who has it keeps it with the next press', async () => {
  const userId = await acts.newPerson()
  const press = (payableFen: number) =>
    createRecharge(shop.ctx, { userId, amountFen: cart.listFen, payableFen, requestKey: crypto.randomUUID() })
  const before = await press(1_000)
  const id = await acts.running(offer('amount_off'), { limits: { perPerson: 1, perPersonDay: null } })
  const held = await press(900)
  expect(held).toMatchObject({ offerDiscountFen: 100, payableFen: 900 })
  expect(held.id).not.toBe(before.id)
  expect(await press(900)).toMatchObject({ id: held.id })
  // Nothing is offered to them any more, so that the checkout shows the list price: what waits for less is theirs.
  expect([before.id, held.id]).toContain((await press(1_000)).id)
  expect(await acts.budgetOf(id)).toMatchObject({ reserved: 100 })
  await acts.become(id, 'ended')
})

it('tells of a bonus that was shown and is gone, instead of ordering without it, also where an order without it waits', async () => {
  const userId = await acts.newPerson()
  const press = (bonusCredits: number) =>
    createRecharge(shop.ctx, {
      userId,
      amountFen: cart.listFen,
      payableFen: cart.listFen,
      bonusCredits,
      requestKey: crypto.randomUUID(),
    })
  const plain = await press(0)
  const id = await acts.running(offer('bonus_credits', 30), {
    budget: 50,
    limits: { perPerson: 1, perPersonDay: null },
  })
  expect(await previewOffer(shop.ctx, { userId, cart })).toMatchObject({ bonusCredits: 30 })
  const quicker = await order(await acts.newPerson())
  const before = await shop.ctx.prisma.order.count({ where: { userId } })
  await expect(press(30)).rejects.toEqual(new AppError('ORDER_BONUS_CHANGED', { bonus: 0 }))
  expect(await shop.ctx.prisma.order.count({ where: { userId } })).toBe(before)
  expect((await press(0)).id).toBe(plain.id)
  await cancelOrder(shop.ctx, quicker)
  const held = await press(30)
  expect(held.id).not.toBe(plain.id)
  expect((await press(30)).id).toBe(held.id)
  expect(await acts.budgetOf(id)).toMatchObject({ reserved: 30 })
  await acts.become(id, 'ended')
})

it('goes back with money that went back without us', async () => {
  const id = await acts.running(offer('amount_off'))
  const bought = await order(await acts.newPerson())
  await pay(bought)
  expect(await acts.budgetOf(id)).toMatchObject({ spent: 100 })
  const seen = { orderId: bought.orderId, channel: 'alipay' as const, refundNo: crypto.randomUUID(), amountFen: 900 }
  expect(await recordExternalRefund(shop.ctx, seen)).toBe(true)
  expect(await acts.budgetOf(id)).toMatchObject({ spent: 0 })
  await acts.become(id, 'ended')
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
  await pay(await order(userId))
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
    directFen: 900,
    assistedFen: 3_000,
    days: [{ times: 1, cost: 100 }],
  })
})

/** Takes the whole budget while `meanwhile` waits for it, having seen it full. */
async function takenBefore<T>(campaignId: string, meanwhile: () => Promise<T>): Promise<T> {
  let waiting: Promise<T> | undefined
  await inTransaction(shop.ctx, async (tx) => {
    await tx.prisma
      .$executeRaw`UPDATE campaign_budgets SET spent = total - reserved WHERE campaign_id = ${campaignId}::uuid`
    waiting = meanwhile()
    waiting.catch(() => undefined)
    await expect
      .poll(async () => {
        const [row] = await shop.ctx.prisma.$queryRaw<{ count: number }[]>`
          SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
        return row?.count
      })
      .toBe(1)
  })
  return waiting ?? Promise.reject(new Error('nothing waited'))
}

it('gives the next best where others took the last of the best at that moment, and tells who was shown another price', async () => {
  const best = await acts.running(offer('amount_off', 200), { budget: 1_000 })
  const next = await acts.running(offer('amount_off', 100), { budget: 1_000 })
  const press = (shown: { payableFen?: number } = {}) =>
    acts
      .newPerson()
      .then((userId) =>
        createRecharge(shop.ctx, { userId, amountFen: cart.listFen, ...shown, requestKey: crypto.randomUUID() }),
      )
  expect(await takenBefore(best, () => press())).toMatchObject({ offerDiscountFen: 100, payableFen: 900 })
  expect(await acts.budgetOf(best)).toMatchObject({ reserved: 0 })
  expect(await acts.budgetOf(next)).toMatchObject({ reserved: 100 })
  await acts.become(best, 'ended')

  const again = await acts.running(offer('amount_off', 200), { budget: 1_000 })
  const orders = await shop.ctx.prisma.order.count()
  await expect(takenBefore(again, () => press({ payableFen: 800 }))).rejects.toEqual(
    new AppError('ORDER_PRICE_CHANGED', { payable: '9.00' }),
  )
  await acts.become(again, 'ended')
  await expect(takenBefore(next, () => press())).rejects.toEqual(new AppError('CAMPAIGN_BUDGET_USED_UP'))
  expect(await shop.ctx.prisma.order.count()).toBe(orders)
  await acts.become(next, 'ended')
})

it('of many orders at once gives each the best that is left', async () => {
  const best = await acts.running(offer('amount_off', 200), { budget: 450 })
  const next = await acts.running(offer('amount_off', 100), { budget: 5_000 })
  const people = await Promise.all(Array.from({ length: 6 }, () => acts.newPerson()))
  const orders = await Promise.all((await Promise.all(people.map(order))).map((one) => shop.stand(one)))
  expect(orders.map(({ payableFen }) => payableFen).toSorted((left, right) => left - right)).toEqual([
    800, 800, 900, 900, 900, 900,
  ])
  expect([await acts.budgetOf(best), await acts.budgetOf(next)]).toMatchObject([{ reserved: 400 }, { reserved: 400 }])
  for (const id of [best, next]) await acts.become(id, 'ended')
})
