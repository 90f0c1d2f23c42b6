import { formatId } from '@mozhou/contracts/ids'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { approveRefund } from '../orders/decide-refund.ts'
import { openShop } from '../orders/testing/shop.ts'
import type { Shop } from '../orders/testing/shop.ts'
import { getMyStats } from './get-my-stats.ts'
import { listInvited } from './list-invited.ts'
import { referralStatistics } from './referral-statistics.ts'
import { referralActs } from './testing/referral-acts.ts'

let shop: Shop
let acts: ReturnType<typeof referralActs>
beforeAll(async () => {
  shop = await openShop()
  acts = referralActs(shop)
})
afterAll(() => shop.domain.close())

/** As everybody reads it: the person's own page, their list, and the operators' figures and ranking. */
async function payingOf(userId: string) {
  const own = await getMyStats(shop.ctx, { userId })
  const { items } = await listInvited(shop.ctx, { userId, level: 1, limit: 20 })
  const { paying, conversionBp, ranking } = await referralStatistics(shop.ctx, {})
  const listed = items.filter(({ hasPaid }) => hasPaid).length
  const ranked = ranking.find(({ person }) => person.id === formatId('user', userId))?.paying
  return { own: own.paying, ownBp: own.conversionBp, listed, paying, conversionBp, ranked }
}

it('counts who has paid and not had all of it back, wherever it is read', async () => {
  const userId = await acts.person()
  const [friend, other] = [await acts.person(userId), await acts.person(userId)]
  await acts.person(userId)
  const kept = await acts.recharge(friend, 3_000)
  const returned = await acts.recharge(other, 2_000)
  const two = { own: 2, ownBp: 6_667, listed: 2, paying: 2, conversionBp: 6_667, ranked: 2 }
  expect(await payingOf(userId)).toEqual(two)

  await acts.settle((await acts.confirm(returned)).refundId)
  expect(await shop.stand(returned)).toMatchObject({ status: 'refunded' })
  const one = { own: 1, ownBp: 3_333, listed: 1, paying: 1, conversionBp: 3_333, ranked: 1 }
  expect(await payingOf(userId)).toEqual(one)

  // What went back in part stays paid.
  await acts.spend(friend, 60)
  const { refundId } = await acts.confirm(kept)
  const decision = { refundId, basis: 'wish' as const, reason: 'test', actor: await acts.actor() }
  await approveRefund(shop.ctx, { ...decision, amountFen: 1_000 })
  await acts.settle(refundId)
  expect(await shop.stand(kept)).toMatchObject({ status: 'partially_refunded' })
  expect(await payingOf(userId)).toEqual(one)
})
