import { proposeRuleInput } from '@mozhou/contracts/referrals/inputs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openShop } from '../orders/testing/shop.ts'
import type { Shop } from '../orders/testing/shop.ts'
import { decideRule } from './decide-rule.ts'
import { listRules } from './list-rules.ts'
import { proposeRule } from './propose-rule.ts'
import { plainRule, referralActs } from './testing/referral-acts.ts'

const lawText = '律师意见：两级均按真实销售计提，公开、免费，不以发展人数计酬。'
let shop: Shop
let acts: ReturnType<typeof referralActs>
beforeAll(async () => {
  shop = await openShop()
  acts = referralActs(shop)
})
afterAll(() => shop.domain.close())

const inForce = async () =>
  (await listRules(shop.ctx, { actorId: crypto.randomUUID() })).find(({ isInForce }) => isInForce)

describe('58: a third level', () => {
  it('is refused by the schema', () => {
    expect(proposeRuleInput.safeParse({ ...plainRule, ratesBp: [500, 100, 50], lawText }).success).toBe(false)
    expect(proposeRuleInput.safeParse({ ...plainRule, ratesBp: [500, 100], lawText, level3: 50 }).success).toBe(false)
  })

  it('is refused by whoever calls the operation without the schema', async () => {
    const actor = await acts.actor()
    await expect(
      proposeRule(shop.ctx, { ...plainRule, ratesBp: [500, 100, 50], lawText, actor }),
    ).rejects.toMatchObject({
      code: 'REFERRAL_LEVEL_FORBIDDEN',
    })
  })

  it('is refused by the database, in a rule and in a rebate', async () => {
    const { prisma } = shop.ctx
    await expect(
      prisma.$executeRaw`UPDATE referral_rules SET rates_bp = '{1000,100,50}' WHERE version = 1`,
    ).rejects.toThrow('referral_rules_levels_check')
    await expect(prisma.$executeRaw`UPDATE referral_rules SET rates_bp = NULL WHERE version = 1`).rejects.toThrow(
      'referral_rules_levels_check',
    )
    const order = await acts.recharge(await acts.person(await acts.person()), 10_000)
    await expect(
      prisma.$executeRaw`UPDATE rebates SET level = 3 WHERE order_id = ${order.orderId}::uuid AND level = 1`,
    ).rejects.toThrow('rebates_level_check')
  })
})

describe('a version of the rules', () => {
  it('is in force once another person has approved it, from its day on', async () => {
    const proposer = await acts.actor()
    const inForceFrom = new Date(shop.ctx.clock.now().getTime() + 2 * 86_400_000).toISOString()
    const ruleId = await proposeRule(shop.ctx, { ...plainRule, ratesBp: [700], inForceFrom, actor: proposer })
    const decision = { ruleId, isApproved: true, reason: '同意' }
    await expect(decideRule(shop.ctx, { ...decision, actor: proposer })).rejects.toMatchObject({
      code: 'REFERRAL_RULE_OWN',
    })
    await decideRule(shop.ctx, { ...decision, actor: await acts.actor() })
    await expect(decideRule(shop.ctx, { ...decision, actor: await acts.actor() })).rejects.toMatchObject({
      code: 'REFERRAL_RULE_DECIDED',
    })
    expect((await inForce())?.ratesBp).toEqual([1_000])
    acts.days(2)
    expect(await inForce()).toMatchObject({ ratesBp: [700], status: 'approved' })
  })

  it('is not approved by its own proposer in the database either', async () => {
    const actor = await acts.actor()
    const ruleId = await proposeRule(shop.ctx, { ...plainRule, actor })
    await expect(
      shop.ctx.prisma
        .$executeRaw`UPDATE referral_rules SET status = 'approved', decided_at = now(), decided_by_id = proposed_by_id WHERE id = ${ruleId}::uuid`,
    ).rejects.toThrow('referral_rules_two_people_check')
  })

  it('with two levels gives to both, where the law is written down', async () => {
    const top = await acts.person()
    const middle = await acts.person(top)
    const actor = await acts.actor()
    const twoLevels = { ...plainRule, ratesBp: [1_000, 300] }
    await expect(proposeRule(shop.ctx, { ...twoLevels, actor })).rejects.toMatchObject({
      code: 'REFERRAL_LAW_TEXT_MISSING',
    })
    await acts.setRule({ ...twoLevels, lawText })
    const order = await acts.recharge(await acts.person(middle), 10_000)
    expect(await acts.rebates(order.orderId)).toMatchObject([
      { level: 0 },
      { level: 1, beneficiaryId: middle, amount: 100 },
      { level: 2, beneficiaryId: top, amount: 30 },
    ])
    await acts.setRule()
  })

  it('whose day has passed when it is approved begins then', async () => {
    const ruleId = await proposeRule(shop.ctx, { ...plainRule, ratesBp: [900], actor: await acts.actor() })
    acts.days(1)
    const now = shop.ctx.clock.now()
    await decideRule(shop.ctx, { ruleId, isApproved: true, reason: '同意', actor: await acts.actor() })
    expect(Date.parse((await inForce())?.inForceFrom ?? '')).toBeGreaterThanOrEqual(now.getTime())
  })

  it('that asks for a look at each is paid after it', async () => {
    await acts.setRule({ isReviewed: true })
    const order = await acts.recharge(await acts.person(await acts.person()), 10_000)
    acts.days(16)
    // Beside those of before, which were born by other rules.
    expect(await acts.payDue()).toMatchObject({ inReview: 2 })
    expect((await acts.rebate(order.orderId)).status).toBe('in_review')
  })
})
