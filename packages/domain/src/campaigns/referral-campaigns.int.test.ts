import { AppError } from '@mozhou/contracts/errors'
import type { RuleOf } from '@mozhou/contracts/campaigns/rule'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { auditLedger } from '../credits/audit-ledger.ts'
import { listNotifications } from '../notifications/list-notifications.ts'
import { openShop } from '../orders/testing/shop.ts'
import type { Shop } from '../orders/testing/shop.ts'
import { getMyCode } from '../referrals/get-my-code.ts'
import { rejectRebate } from '../referrals/decide-rebate.ts'
import { listMyRebates } from '../referrals/list-my-rebates.ts'
import { referralActs } from '../referrals/testing/referral-acts.ts'
import { campaignResults } from './campaign-results.ts'
import { getCampaignRow } from './campaign-row-dto.ts'
import { dryRun } from './dry-run.ts'
import { campaignActs } from './testing/campaign-acts.ts'
import { updateCampaign } from './update-campaign.ts'

let shop: Shop
let acts: ReturnType<typeof campaignActs>
let people: ReturnType<typeof referralActs>
beforeAll(async () => {
  shop = await openShop()
  acts = campaignActs(shop.domain)
  people = referralActs(shop)
})
afterAll(async () => {
  const { checks } = await auditLedger(shop.ctx)
  await shop.domain.close()
  expect(checks.filter(({ isPassed }) => !isPassed)).toEqual([])
})

const more = (changes: Partial<RuleOf<'referral'>> = {}): RuleOf<'referral'> => ({
  kind: 'referral',
  form: 'credits',
  rateBp: 2_000,
  welcomeCredits: null,
  ...changes,
})
const rebateTold = async (userId: string) =>
  (await listNotifications(shop.ctx, { userId, limit: 10 })).items.find(({ kind }) => kind === 'rebate_born')?.params

it('raises a rebate while it runs: the rate is frozen, the budget bears what is added, and both are told', async () => {
  const id = await acts.running(more({ welcomeCredits: 50 }), { name: '邀请加倍', budget: 1_000 })
  const referrer = await people.person()
  const [early, late] = [await people.person(referrer), await people.person(referrer)]
  const order = await people.recharge(early, 10_000)
  expect(await people.rebates(order.orderId)).toMatchObject([
    { level: 0, amount: 50, rateBp: null },
    { level: 1, amount: 200, bornAmount: 200, rateBp: 2_000, status: 'held' },
  ])
  expect(await acts.budgetOf(id)).toEqual({ total: 1_000, reserved: 0, spent: 130 })
  expect(await rebateTold(referrer)).toMatchObject({ amount: 200, campaign: { name: '邀请加倍', isCovered: true } })
  expect(await rebateTold(early)).toMatchObject({ amount: 50, campaign: { isCovered: true } })
  expect((await listMyRebates(shop.ctx, { userId: referrer, limit: 5 })).items[0]).toMatchObject({
    campaign: '邀请加倍',
  })
  expect(await campaignResults(shop.ctx, { campaignId: id })).toMatchObject({
    participants: 1,
    cost: 130,
    directFen: 10_000,
  })
  await acts.become(id, 'ended')
  expect((await people.rebate((await people.recharge(late, 10_000)).orderId)).rateBp).toBe(1_000)
  people.days(16)
  await people.payDue()
  expect(await people.rebate(order.orderId)).toMatchObject({ status: 'paid', amount: 200 })
})

it('gives the ordinary rebate and says so where the budget does not bear all that it would add, never a part', async () => {
  const id = await acts.running(more({ welcomeCredits: 60 }), { name: '限量邀请', budget: 139 })
  const referrer = await people.person()
  const invited = await people.person(referrer)
  const order = await people.recharge(invited, 10_000)
  expect(await people.rebates(order.orderId)).toMatchObject([
    { level: 0, amount: 20, participationId: null },
    { level: 1, amount: 100, rateBp: 1_000, participationId: null },
  ])
  expect(await acts.budgetOf(id)).toMatchObject({ spent: 0 })
  const told = { campaign: { name: '限量邀请', isCovered: false } }
  expect([await rebateTold(referrer), await rebateTold(invited)]).toMatchObject([told, told])
  await acts.become(id, 'ended')
})

it('of orders paid at once raises as many as the budget and the person’s limit bear; the others are ordinary', async () => {
  const [poor, limited] = [await people.person(), await people.person()]
  const raisedOf = async (referrer: string, campaign: Parameters<typeof acts.running>[1]) => {
    const id = await acts.running(more(), campaign)
    const orders = []
    for (let count = 0; count < 5; count += 1)
      orders.push(await shop.unpaidRecharge(10_000, await people.person(referrer)))
    await Promise.all(orders.map((order) => people.pay(order)))
    const rates = await Promise.all(orders.map(async ({ orderId }) => (await people.rebate(orderId)).rateBp))
    await acts.become(id, 'ended')
    return { rates: rates.toSorted((one, other) => (one ?? 0) - (other ?? 0)), spent: (await acts.budgetOf(id)).spent }
  }
  const two = { rates: [1_000, 1_000, 1_000, 2_000, 2_000], spent: 200 }
  expect(await raisedOf(poor, { budget: 250 })).toEqual(two)
  expect(await raisedOf(limited, { limits: { perPerson: 2, perPersonDay: null } })).toEqual(two)
})

it('raises by the next best where others take the last of the best at once, and is ordinary where none is left', async () => {
  const referrer = await people.person()
  const best = await acts.running(more(), { budget: 250 })
  const next = await acts.running(more({ rateBp: 1_500 }), { budget: 120 })
  const orders = []
  for (let count = 0; count < 6; count += 1)
    orders.push(await shop.unpaidRecharge(10_000, await people.person(referrer)))
  await Promise.all(orders.map((order) => people.pay(order)))
  const rates = await Promise.all(orders.map(async ({ orderId }) => (await people.rebate(orderId)).rateBp ?? 0))
  expect(rates.toSorted((one, other) => one - other)).toEqual([1_000, 1_000, 1_500, 1_500, 2_000, 2_000])
  expect([await acts.budgetOf(best), await acts.budgetOf(next)]).toMatchObject([{ spent: 200 }, { spent: 100 }])
  for (const id of [best, next]) await acts.become(id, 'ended')
})

it('is for those who invite and are meant, and names the best one on their page before', async () => {
  const [meant, other] = [await people.person(), await people.person()]
  const { username } = await shop.ctx.prisma.user.findUniqueOrThrow({
    where: { id: meant },
    select: { username: true },
  })
  const id = await acts.running(more({ rateBp: 2_500 }), { audience: { kind: 'list', usernames: [username] } })
  const weaker = await acts.running(more({ rateBp: 1_200 }))
  const rateOf = async (userId: string) =>
    (await getMyCode(shop.ctx, { userId, webOrigin: 'http://app.test' })).campaign?.rateBp
  expect([await rateOf(meant), await rateOf(other)]).toEqual([2_500, 1_200])
  const orders = [
    await people.recharge(await people.person(meant), 10_000),
    await people.recharge(await people.person(other), 10_000),
  ]
  const rates = await Promise.all(orders.map(async ({ orderId }) => (await people.rebate(orderId)).rateBp))
  expect(rates).toEqual([2_500, 1_200])
  for (const campaign of [id, weaker]) await acts.become(campaign, 'ended')
})

it('goes back to the budget with an order that went back in full, and holds with an offer beside it', async () => {
  const id = await acts.running(more(), { budget: 500 })
  const offer = await acts.running(
    { kind: 'recharge_offer', reward: 'amount_off', tiers: [{ fromFen: 1_000, amount: 1_000 }] },
    { budget: 5_000 },
  )
  const referrer = await people.person()
  const order = await people.recharge(await people.person(referrer), 10_000)
  expect(await people.rebate(order.orderId)).toMatchObject({ baseFen: 9_000, amount: 180 })
  expect([await acts.budgetOf(id), await acts.budgetOf(offer)]).toMatchObject([{ spent: 90 }, { spent: 1_000 }])
  const { refundId } = await people.confirm(order)
  await people.settle(refundId)
  expect(await people.rebate(order.orderId)).toMatchObject({ amount: 0, rateBp: 2_000, status: 'cancelled' })
  expect([await acts.budgetOf(id), await acts.budgetOf(offer)]).toMatchObject([{ spent: 0 }, { spent: 0 }])
  for (const campaign of [id, offer]) await acts.become(campaign, 'ended')
})

it('keeps both levels within the share, when it is saved and when an order is paid', async () => {
  const law = '律师意见：按真实销售计提，公开、免费、不以发展人数计酬。'
  await people.setRule({ ratesBp: [1_000, 600], lawText: law })
  await expect(acts.draft(more({ rateBp: 2_401 }))).rejects.toEqual(
    new AppError('CAMPAIGN_SHARE_TOO_HIGH', { field: 'rule.rateBp', most: 30 }),
  )
  await expect(acts.draft(more({ form: 'cash' }))).rejects.toEqual(
    new AppError('REBATE_FORM_UNAVAILABLE', { field: 'rule.form' }),
  )
  const id = await acts.running(more({ rateBp: 2_400 }))
  await people.setRule({ ratesBp: [1_000, 700], lawText: law })
  const order = await people.recharge(await people.person(await people.person()), 10_000)
  expect(await people.rebate(order.orderId)).toMatchObject({ rateBp: 1_000 })
  await people.setRule()
  await acts.become(id, 'ended')
})

it('does not begin with a rate that is not above the ordinary one, and is not changed to one while it runs', async () => {
  const field = { field: 'rule.rateBp', ordinary: 10 }
  for (const rateBp of [500, 1_000]) {
    const weak = await acts.draft(more({ rateBp }))
    await expect(acts.become(weak, 'running')).rejects.toEqual(new AppError('CAMPAIGN_RATE_NOT_BETTER', field))
  }
  const id = await acts.running(more({ rateBp: 1_001 }))
  const { version } = await getCampaignRow(shop.ctx, { campaignId: id })
  const changes = { version, rule: more({ rateBp: 900 }) }
  await expect(updateCampaign(shop.ctx, { campaignId: id, changes, actor: await acts.operator })).rejects.toEqual(
    new AppError('CAMPAIGN_RATE_NOT_BETTER', field),
  )
  await acts.become(id, 'ended')
})

it('has back what it added to a rebate that finance refuses', async () => {
  const id = await acts.running(more({ welcomeCredits: 50 }), { budget: 1_000 })
  const referrer = await people.person()
  const invited = await people.person(referrer)
  // One account pays for both, so that somebody looks.
  await people.recharge(referrer, 1_000, 'one-account')
  const { orderId } = await people.recharge(invited, 10_000, 'one-account')
  const rebates = await people.rebates(orderId)
  expect(rebates).toMatchObject([
    { status: 'in_review', amount: 50 },
    { status: 'in_review', amount: 200 },
  ])
  const left = [(await acts.budgetOf(id)).spent]
  for (const { id: rebateId } of rebates.toReversed()) {
    await rejectRebate(shop.ctx, { rebateId, reason: 'test', actor: await people.actor() })
    left.push((await acts.budgetOf(id)).spent)
  }
  expect(left).toEqual([130, 30, 0])
  await acts.become(id, 'ended')
})

it('runs beside rules of its form alone: it does not begin beside others, and they are not approved beside it', async () => {
  shop.ctx.settings.referral.allowsCash = true
  const credits = await acts.running(more(), { name: '积分加码' })
  await expect(people.setRule({ form: 'cash' })).rejects.toEqual(
    new AppError('REFERRAL_CAMPAIGN_RUNS', { name: '积分加码' }),
  )
  await acts.become(credits, 'ended')
  const cash = await acts.draft(more({ form: 'cash' }))
  await expect(acts.become(cash, 'running')).rejects.toEqual(new AppError('CAMPAIGN_FORM_UNFIT'))
  shop.ctx.settings.referral.allowsCash = false
})

it('waits for nobody in a ring: held rebates beside memberships of who invited', async () => {
  const id = await acts.running(more())
  for (let count = 0; count < 8; count += 1) {
    const above = await people.person()
    const referrer = await people.person(above)
    const invited = await people.person(referrer)
    await people.recharge(referrer, 1_000, `shared-${count}`)
    const [recharge, membership] = [
      await shop.unpaidRecharge(10_000, invited),
      await shop.unpaidMembership('month', referrer),
    ]
    await Promise.all([people.pay(recharge, `shared-${count}`), people.pay(membership)])
    expect(await people.rebate(recharge.orderId)).toMatchObject({ status: 'in_review' })
  }
  await acts.become(id, 'ended')
})

it('a dry run adds up what paid orders of the invited would have been worth more', async () => {
  const referrer = await people.person()
  const one = await people.person(referrer)
  people.days(1)
  await people.recharge(one, 10_000)
  await people.recharge(one, 10_000)
  people.days(1)
  const { username } = await shop.ctx.prisma.user.findUniqueOrThrow({
    where: { id: referrer },
    select: { username: true },
  })
  const audience = { kind: 'list' as const, usernames: [username] }
  const limits = { perPerson: null, perPersonDay: null }
  const asked = { rule: more({ welcomeCredits: 50 }), limits, audience, budget: 1_000, days: 3, userId: referrer }
  // The first order alone counts.
  expect(await dryRun(shop.ctx, asked)).toMatchObject({ unit: 'credits', winners: 1, times: 1, cost: 130 })
})
