import { AppError } from '@mozhou/contracts/errors'
import { campaignRule } from '@mozhou/contracts/campaigns/rule'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { auditLedger } from '../credits/audit-ledger.ts'
import { listExpiring } from '../credits/list-expiring.ts'
import { listNotifications } from '../notifications/list-notifications.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { getCampaignRow } from './campaign-row-dto.ts'
import { getCampaign, listCampaigns } from './list-campaigns.ts'
import { removeCampaign } from './remove-campaign.ts'
import { rewardsOf } from './rewards-of.ts'
import { campaignActs } from './testing/campaign-acts.ts'
import { updateCampaign } from './update-campaign.ts'

let domain: TestDomain
let acts: ReturnType<typeof campaignActs>
beforeAll(async () => {
  domain = await createTestDomain()
  acts = campaignActs(domain)
})
afterAll(() => domain.close())

const day = 86_400_000
const claim = (credits: number, giftDays: number | null = null) => ({ kind: 'claim_gift' as const, credits, giftDays })
const once = { perPerson: 1, perPersonDay: null }
const codes = (results: readonly PromiseSettledResult<unknown>[]) =>
  results.flatMap((result) => (result.status === 'rejected' ? [(result.reason as AppError).code] : []))

it('46: of a budget of 100, 50 parallel rewards of 3 are 33, and 1 is left', async () => {
  const id = await acts.running(claim(3), { budget: 100, limits: once })
  const people = await Promise.all(Array.from({ length: 50 }, () => acts.newPerson()))
  const results = await Promise.allSettled(people.map((userId) => acts.takePart(id, userId)))
  expect(codes(results)).toEqual(Array(17).fill('CAMPAIGN_BUDGET_USED_UP'))
  expect(await acts.budgetOf(id)).toEqual({ total: 100, reserved: 0, spent: 99 })
  const balances = await Promise.all(people.map((userId) => acts.creditsOf(userId)))
  expect(balances.filter((credits) => credits === 3)).toHaveLength(33)
  expect(balances.filter((credits) => credits === 0)).toHaveLength(17)
  const rows = await domain.ctx.prisma.campaignParticipation.aggregate({
    where: { campaignId: id },
    _sum: { cost: true },
    _count: true,
  })
  expect(rows).toEqual({ _sum: { cost: 99 }, _count: 33 })
  expect((await auditLedger(domain.ctx)).checks.filter(({ isPassed }) => !isPassed)).toEqual([])
})

it('gives once for one press, and as often as the limits say for several', async () => {
  const id = await acts.running(claim(5), { limits: { perPerson: 3, perPersonDay: 2 } })
  const userId = await acts.newPerson()
  const press = crypto.randomUUID()
  const answers = await Promise.all([acts.takePart(id, userId, press), acts.takePart(id, userId, press)])
  expect(new Set(answers.map((answer) => answer.id)).size).toBe(1)
  expect(answers.filter(({ isRepeat }) => isRepeat)).toHaveLength(1)
  const more = await Promise.allSettled([1, 2, 3].map(() => acts.takePart(id, userId)))
  expect(codes(more)).toEqual(['CAMPAIGN_LIMIT_DAY', 'CAMPAIGN_LIMIT_DAY'])
  domain.advance(day)
  await acts.takePart(id, userId)
  await expect(acts.takePart(id, userId)).rejects.toEqual(new AppError('CAMPAIGN_LIMIT_PERSON', { limit: 3 }))
  expect(await acts.creditsOf(userId)).toBe(15)
})

it('tells who got something, and when it lapses', async () => {
  const id = await acts.running(claim(20, 7), { name: '秋日领积分' })
  const userId = await acts.newPerson()
  const { expiresAt } = await acts.takePart(id, userId)
  expect(await listExpiring(domain.ctx, { userId })).toEqual([{ credits: 20, expiresAt }])
  const { items } = await listNotifications(domain.ctx, { userId, limit: 10 })
  const told = { name: '秋日领积分', credits: 20, expiresAt }
  expect(items).toMatchObject([{ kind: 'campaign_rewarded', params: told }])
})

it('takes nobody before it begins, while it is paused, once it is over, or as a draft', async () => {
  const userId = await acts.newPerson()
  const now = domain.ctx.clock.now().getTime()
  const refused = (
    id: string,
    code: 'CAMPAIGN_NOT_FOUND' | 'CAMPAIGN_NOT_BEGUN' | 'CAMPAIGN_PAUSED' | 'CAMPAIGN_ENDED',
  ) => expect(acts.takePart(id, userId)).rejects.toEqual(new AppError(code))
  await refused(await acts.draft(claim(1)), 'CAMPAIGN_NOT_FOUND')
  const times = { startsAt: new Date(now + day).toISOString(), endsAt: new Date(now + 2 * day).toISOString() }
  const id = await acts.running(claim(1), times)
  await refused(id, 'CAMPAIGN_NOT_BEGUN')
  domain.advance(day)
  await acts.become(id, 'paused')
  await refused(id, 'CAMPAIGN_PAUSED')
  await acts.become(id, 'running')
  await acts.takePart(id, userId)
  domain.advance(day)
  await refused(id, 'CAMPAIGN_ENDED')
  expect(await getCampaign(domain.ctx, { campaignId: id, userId })).toMatchObject({
    status: 'ended',
    mine: { times: 1, received: 1 },
  })
  await expect(acts.become(id, 'running')).rejects.toEqual(new AppError('CAMPAIGN_TRANSITION_UNFIT'))
})

it('51: keeps for who took part the version of the rule that held then', async () => {
  const id = await acts.running(claim(5))
  const [early, late] = [await acts.newPerson(), await acts.newPerson()]
  await acts.takePart(id, early)
  const { version } = await getCampaignRow(domain.ctx, { campaignId: id })
  const changes = { version, rule: claim(8), limits: once }
  const edited = await updateCampaign(domain.ctx, { campaignId: id, changes, actor: await acts.operator })
  expect(edited).toMatchObject({ ruleVersion: 2, rule: claim(8), audience: { kind: 'all' } })
  await acts.takePart(id, late)
  const parts = await domain.ctx.prisma.campaignParticipation.findMany({
    where: { campaignId: id },
    orderBy: { cost: 'asc' },
    include: { rule: true, rewards: true },
  })
  expect(parts.map(({ ruleVersion, cost }) => ({ ruleVersion, cost }))).toEqual([
    { ruleVersion: 1, cost: 5 },
    { ruleVersion: 2, cost: 8 },
  ])
  for (const part of parts) {
    const again = rewardsOf(campaignRule.parse(part.rule.rule), { day: '2026-12-01', streak: part.streak })
    expect(again.map(({ amount }) => amount)).toEqual(part.rewards.map(({ amount }) => amount))
  }
})

it('lets no edit write over another, change the kind, or fall below what is spent', async () => {
  const id = await acts.running(claim(30), { budget: 100 })
  await acts.takePart(id, await acts.newPerson())
  const actor = await acts.operator
  const { version } = await getCampaignRow(domain.ctx, { campaignId: id })
  const edit = (changes: Partial<Parameters<typeof updateCampaign>[1]['changes']>) =>
    updateCampaign(domain.ctx, { campaignId: id, changes: { version, ...changes }, actor })
  await expect(edit({ budget: 29 })).rejects.toEqual(
    new AppError('CAMPAIGN_BUDGET_TOO_SMALL', { field: 'budget', least: 30 }),
  )
  const offer = { kind: 'recharge_offer' as const, reward: 'amount_off' as const, tiers: [{ fromFen: 1, amount: 1 }] }
  await expect(edit({ rule: offer })).rejects.toEqual(new AppError('CAMPAIGN_KIND_FIXED'))
  await expect(edit({ rule: { kind: 'coupon', couponId: '', at: 'claim' } })).rejects.toEqual(
    new AppError('CAMPAIGN_KIND_FIXED'),
  )
  await expect(edit({ endsAt: '2020-01-01T00:00:00.000Z' })).rejects.toMatchObject({ code: 'VALIDATION_FAILED' })
  const edits = await Promise.allSettled([edit({ rule: claim(1) }), edit({ rule: claim(2) }), edit({ budget: 30 })])
  expect(codes(edits)).toEqual(['CAMPAIGN_CHANGED', 'CAMPAIGN_CHANGED'])
})

it('refuses what is claimed without a limit for each person, at its field, also when only the limits change', async () => {
  const unlimited = { limits: { perPerson: null, perPersonDay: 3 } }
  const refused = new AppError('CAMPAIGN_LIMIT_MISSING', { field: 'limits.perPerson' })
  await expect(acts.draft(claim(1), unlimited)).rejects.toEqual(refused)
  const id = await acts.draft(claim(1), { limits: once })
  const changes = { version: 1, ...unlimited }
  const actor = await acts.operator
  await expect(updateCampaign(domain.ctx, { campaignId: id, changes, actor })).rejects.toEqual(refused)
  const table = { kind: 'check_in' as const, table: [1], after: 'stay' as const, milestones: [], giftDays: null }
  await acts.draft(table, unlimited)
})

it('deletes no campaign that ever ran', async () => {
  const [draft, ran] = [await acts.draft(claim(1)), await acts.running(claim(1))]
  const actor = await acts.operator
  await removeCampaign(domain.ctx, { campaignId: draft, actor })
  await expect(getCampaignRow(domain.ctx, { campaignId: draft })).rejects.toEqual(new AppError('CAMPAIGN_NOT_FOUND'))
  await expect(removeCampaign(domain.ctx, { campaignId: ran, actor })).rejects.toEqual(
    new AppError('CAMPAIGN_NOT_DRAFT'),
  )
})

it('says of sign-up gifts and offers that nobody takes part by hand', async () => {
  const id = await acts.running({ kind: 'signup_gift', credits: 5, giftDays: null })
  await expect(acts.takePart(id, await acts.newPerson())).rejects.toEqual(new AppError('CAMPAIGN_NOT_BY_HAND'))
})

it('tells a campaign for a list to those on it alone, whatever was edited since', async () => {
  const [listedId, other] = [await acts.newPerson(), await acts.newPerson()]
  const { username } = await domain.ctx.prisma.user.findUniqueOrThrow({ where: { id: listedId } })
  const audience = { kind: 'list' as const, usernames: [username.toUpperCase()] }
  const id = await acts.running(claim(2), { audience, name: '只给名单' })
  const { version } = await getCampaignRow(domain.ctx, { campaignId: id })
  await updateCampaign(domain.ctx, { campaignId: id, changes: { version, limits: once }, actor: await acts.operator })
  const seenBy = async (userId: string) =>
    (await listCampaigns(domain.ctx, { userId, limit: 50 })).items.filter(({ name }) => name === '只给名单')
  expect(await seenBy(other)).toEqual([])
  await expect(getCampaign(domain.ctx, { campaignId: id, userId: other })).rejects.toEqual(
    new AppError('CAMPAIGN_NOT_FOUND'),
  )
  await expect(acts.takePart(id, other)).rejects.toEqual(new AppError('CAMPAIGN_NOT_FOR_YOU'))
  expect(await seenBy(listedId)).toHaveLength(1)
  await acts.takePart(id, listedId)
  const names = { kind: 'list' as const, usernames: [username, 'nobody-at-all'] }
  await expect(acts.draft(claim(1), { audience: names })).rejects.toEqual(
    new AppError('CAMPAIGN_LIST_UNKNOWN', { field: 'audience', count: 1, names: 'nobody-at-all' }),
  )
})
