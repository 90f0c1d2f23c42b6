import type { CampaignAudience } from '@mozhou/contracts/campaigns/rule'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addGeneration } from '../credits/testing/add-generation.ts'
import { openShop } from '../orders/testing/shop.ts'
import type { Shop } from '../orders/testing/shop.ts'
import { isInAudience } from './audience.ts'
import { dryRun, sizeOfAudience } from './dry-run.ts'
import { campaignActs } from './testing/campaign-acts.ts'

let shop: Shop
let acts: ReturnType<typeof campaignActs>
beforeAll(async () => {
  shop = await openShop()
  acts = campaignActs(shop.domain)
})
afterAll(() => shop.domain.close())

const day = 86_400_000
const unlimited = { perPerson: null, perPersonDay: null }
const post = () => Promise.reject(new Error('nothing is charged here'))
const beginWork = (ctx: Shop['ctx'], userId: string) => addGeneration({ ctx, post }, userId, { status: 'succeeded' })
const isMeant = (userId: string, audience: CampaignAudience) =>
  isInAudience(shop.ctx, { userId, campaignId: shop.ctx.newId(), ruleVersion: 1, audience })

it('knows newcomers, members, the dormant and who has spent, at this moment', async () => {
  const [old, active] = [await acts.newPerson(), await acts.newPerson()]
  shop.domain.advance(40 * day)
  const [fresh, member, buyer] = [await acts.newPerson(), await acts.newPerson(), await acts.newPerson()]
  await beginWork(shop.ctx, active)
  await shop.membership('month', member)
  await shop.recharge(5_000, buyer)
  const everybody = { old, active, fresh, member, buyer }
  const meant = async (audience: CampaignAudience) => {
    const found: string[] = []
    for (const [name, userId] of Object.entries(everybody)) if (await isMeant(userId, audience)) found.push(name)
    return found
  }
  expect(await meant({ kind: 'all' })).toEqual(Object.keys(everybody))
  expect(await meant({ kind: 'new', days: 30 })).toEqual(['fresh', 'member', 'buyer'])
  expect(await meant({ kind: 'members' })).toEqual(['member'])
  expect(await meant({ kind: 'dormant', days: 30 })).toEqual(['old'])
  expect(await meant({ kind: 'spent_over', fen: 4_999 })).toEqual(['buyer'])
  expect(await meant({ kind: 'spent_over', fen: 5_000 })).toEqual([])
  expect(await sizeOfAudience(shop.ctx, { audience: { kind: 'new', days: 30 }, userId: old })).toMatchObject({
    people: 3,
  })
  await shop.ctx.prisma.user.update({ where: { id: old }, data: { status: 'suspended', suspendedReason: 'test' } })
  expect(await meant({ kind: 'dormant', days: 30 })).toEqual([])
})

it('a dry run says what past days would have cost and who would have got the most, and writes nothing', async () => {
  const people = [await acts.newPerson(), await acts.newPerson()]
  const [keen = '', rare = ''] = people
  // Three days in a row of the one, one of the other; today itself is not over.
  for (const back of [4, 3, 2, 0]) {
    const ctx = { ...shop.ctx, clock: { now: () => new Date(shop.ctx.clock.now().getTime() - back * day) } }
    await beginWork(ctx, keen)
    if (back === 3) await beginWork(ctx, rare)
  }
  const names = await shop.ctx.prisma.user.findMany({
    where: { id: { in: people } },
    select: { id: true, username: true },
  })
  const usernames = names.map(({ username }) => username)
  const nameOf = (userId: string) => names.find(({ id }) => id === userId)?.username
  const rule = { kind: 'check_in' as const, table: [1, 2, 5], after: 'stay' as const, milestones: [], giftDays: null }
  const counts = async () => [
    await shop.ctx.prisma.campaign.count(),
    await shop.ctx.prisma.campaignParticipation.count(),
    await shop.ctx.prisma.creditEntry.count(),
  ]
  const before = await counts()
  const asked = {
    rule,
    limits: unlimited,
    audience: { kind: 'list' as const, usernames },
    budget: 1_000,
    days: 7,
    userId: keen,
  }
  expect(await dryRun(shop.ctx, asked)).toMatchObject({
    unit: 'credits',
    audience: 2,
    winners: 2,
    times: 4,
    cost: 9,
    usedUpOn: null,
    top: [
      { person: { username: nameOf(keen) }, times: 3, amount: 8 },
      { person: { username: nameOf(rare) }, times: 1, amount: 1 },
    ],
  })
  const short = await dryRun(shop.ctx, { ...asked, budget: 7 })
  expect(short.cost).toBeLessThanOrEqual(7)
  expect(short.usedUpOn).not.toBeNull()
  expect(await counts()).toEqual(before)
})
