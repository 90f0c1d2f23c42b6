import { parseId } from '@mozhou/contracts/ids'
import type { PlanBenefits } from '@mozhou/contracts/memberships/benefits'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { isOpenTo } from '../features/is-open-to.ts'
import { setFeature } from '../features/set-feature.ts'
import { acceptGeneration } from '../generations/accept-generation.ts'
import { getAllowance } from '../generations/get-allowance.ts'
import { pressOf, requestGeneration } from '../generations/request-generation.ts'
import { getMembership } from '../memberships/get-membership.ts'
import { createModel } from '../models/create-model.ts'
import { modelInput } from '../models/testing/model-input.ts'
import { usualAnswer } from '../support/answer-times.ts'
import { standardBenefits } from '../testing/standard-benefits.ts'
import { allPlans } from './all-plans.ts'
import { listBenefits } from './list-benefits.ts'
import { refundActs } from './testing/refund-acts.ts'
import { openShop } from './testing/shop.ts'
import type { Shop } from './testing/shop.ts'
import { updatePlan } from './update-plan.ts'

const day = 86_400_000
const none: PlanBenefits = {
  concurrency: 1,
  dailyLimit: 2,
  membersModels: false,
  firstInQueue: false,
  firstInSupport: false,
  earlyFeatures: false,
}

let shop: Shop
let actor: { userId: string; requestId: string }
beforeAll(async () => {
  shop = await openShop()
  actor = { userId: await shop.newPerson(), requestId: 'test' }
})
beforeEach(() => edit(standardBenefits))
afterAll(() => shop.domain.close())

/** What the month brings from now on. */
async function edit(benefits: PlanBenefits): Promise<void> {
  const month = (await allPlans(shop.ctx)).find(({ key }) => key === 'month')
  if (!month) throw new Error('no month')
  const planId = parseId('plan', month.id) ?? ''
  await updatePlan(shop.ctx, { planId, version: month.version, changes: { benefits }, actor })
}

const press = (userId: string) =>
  requestGeneration(shop.domain.ctx, {
    userId,
    press: pressOf({ requestKey: crypto.randomUUID(), userId }),
    creationKind: 'writing',
    kind: 'generate',
    tool: 'wechat-article',
    creationId: null,
    title: '城市夜跑',
    input: { topic: '城市夜跑' },
    baseVersionId: null,
    pickedModelId: null,
    usualModelId: null,
  })
const benefitsOf = async (userId: string) => (await getMembership(shop.ctx, userId)).benefits
const endAll = (userId: string) =>
  shop.ctx.prisma.generation.updateMany({ where: { userId }, data: { status: 'succeeded' } })

describe('37: when a plan’s benefits are edited', () => {
  it('whoever has bought keeps theirs until the end, and whoever buys then gets the new ones', async () => {
    const { userId: old } = await shop.membership('month')
    await edit(none)
    const { userId: late } = await shop.membership('month')

    expect([await benefitsOf(old), await benefitsOf(late)]).toEqual([standardBenefits, none])
    for (const _ of [1, 2, 3, 4, 5])
      expect(await press(old)).toMatchObject({ tier: 'member', priceCredits: 0, coveredBy: 'membership' })
    await expect(press(old)).rejects.toMatchObject({ code: 'CONCURRENCY_LIMIT', params: { limit: 5 } })
    expect(await getAllowance(shop.ctx, { userId: old })).toMatchObject({ concurrencyLimit: 5, dailyLimit: 500 })

    expect(await press(late)).toMatchObject({ tier: 'free', priceCredits: 0, coveredBy: 'membership' })
    await expect(press(late)).rejects.toMatchObject({ code: 'CONCURRENCY_LIMIT', params: { limit: 1 } })
    await endAll(late)
    await press(late)
    await endAll(late)
    await expect(press(late)).rejects.toMatchObject({ code: 'FAIR_USE_LIMIT', params: { limit: 2 } })
    expect(await getAllowance(shop.ctx, { userId: late })).toMatchObject({ concurrencyLimit: 1, dailyLimit: 2 })
  })

  it('months that are bought on top bring the new ones when they begin, not before', async () => {
    const { userId } = await shop.membership('month')
    await edit(none)
    await shop.membership('month', userId)
    expect(await benefitsOf(userId)).toEqual(standardBenefits)
    const { mine, onSale } = await listBenefits(shop.ctx, userId)
    expect(mine.map(({ benefits }) => benefits.find(({ kind }) => kind === 'fair_use'))).toEqual([
      { kind: 'fair_use', dailyLimit: 500 },
      { kind: 'fair_use', dailyLimit: 2 },
    ])
    expect(mine[1]?.startsAt).toBe(mine[0]?.endsAt)
    expect(onSale.map(({ plans }) => plans.map(({ name }) => name.zh))).toEqual([
      ['月度会员'],
      ['季度会员', '年度会员'],
    ])
    shop.domain.advance(32 * day)
    expect(await benefitsOf(userId)).toEqual(none)
  })

  it('an order keeps what it was made with, and the same cart is another order then', async () => {
    const first = await shop.unpaidMembership('month')
    await edit(none)
    const second = await shop.unpaidMembership('month', first.userId)
    expect(second.orderId).not.toBe(first.orderId)
    expect((await shop.unpaidMembership('month', first.userId)).orderId).toBe(second.orderId)
    await shop.tell(shop.alipay.pay(first.orderNo))
    expect((await shop.stand(first)).plan?.benefits).toEqual(standardBenefits)
    expect(await benefitsOf(first.userId)).toEqual(standardBenefits)
  })

  it('months that a refund took and gave again bring what they brought', async () => {
    const { userId } = await shop.membership('month')
    const queued = await shop.membership('month', userId)
    await edit(none)
    const acts = refundActs(shop)
    const { refundId } = await acts.confirm(queued)
    expect((await shop.stand(queued)).period).toBeNull()
    await acts.settle(refundId, 'failed')
    shop.domain.advance(40 * day)
    expect(await benefitsOf(userId)).toEqual(standardBenefits)
  })

  it('early features and the place in support are those of the period, too', async () => {
    await setFeature(shop.ctx, { feature: 'writing_goal', before: 'off', state: 'members', actor })
    const { userId: old } = await shop.membership('month')
    await edit(none)
    const { userId: late } = await shop.membership('month')
    expect(await isOpenTo(shop.ctx, 'writing_goal', old)).toBe(true)
    expect(await isOpenTo(shop.ctx, 'writing_goal', late)).toBe(false)
    expect((await usualAnswer(shop.ctx, old)).isMember).toBe(true)
    expect((await usualAnswer(shop.ctx, late)).isMember).toBe(false)
  })

  it('a generation is written by the models that it was begun with', async () => {
    await createModel(shop.ctx, { ...modelInput({ alias: 'Gold', isMembersOnly: true }), actor })
    const { userId } = await shop.membership('month')
    const { generationId } = await press(userId)
    await edit(none)
    const { userId: late } = await shop.membership('month')
    const { generationId: lateId } = await press(late)
    shop.domain.advance(40 * day)
    const accepted = (owner: string, id: string) =>
      acceptGeneration(shop.domain.ctx, { userId: owner, generationId: id })
    expect(await accepted(userId, generationId)).toMatchObject({ candidates: [{ alias: 'Gold' }], priceCredits: 0 })
    expect(await accepted(late, lateId)).toMatchObject({ kind: 'refused', code: 'MODEL_NOT_AVAILABLE' })
  })
})

it('days that were given bring the standard, and no column holds less than all of it', async () => {
  const userId = await shop.newPerson()
  const startsAt = shop.ctx.clock.now()
  const period = { id: shop.ctx.newId(), userId, startsAt, endsAt: new Date(startsAt.getTime() + day) }
  const { benefits } = await shop.ctx.prisma.membershipPeriod.create({
    data: { ...period, source: 'gift', sourceId: 'test', createdAt: startsAt },
  })
  expect(benefits).toEqual(standardBenefits)
  const { dailyLimit: _, ...incomplete } = standardBenefits
  for (const wrong of [incomplete, { ...standardBenefits, dailyLimit: 0 }, { ...standardBenefits, membersModels: 1 }])
    await expect(
      shop.ctx.prisma.membershipPeriod.update({ where: { id: period.id }, data: { benefits: wrong } }),
    ).rejects.toThrow('membership_periods_benefits_check')
})
