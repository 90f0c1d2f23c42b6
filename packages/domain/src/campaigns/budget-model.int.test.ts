import { propertyRounds } from '@mozhou/contracts/testing/env'
import { AppError } from '@mozhou/contracts/errors'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newOrderNo } from '../orders/order-rules.ts'
import { randomLetters } from '../orders/random-letters.ts'
import { openShop } from '../orders/testing/shop.ts'
import type { Shop } from '../orders/testing/shop.ts'
import { inTransaction } from '../transaction.ts'
import { getCampaignRow } from './campaign-row-dto.ts'
import { OfferUsedUp, releaseOffer, reserveOffer, returnOffer, spendOffer } from './order-offers.ts'
import { sweepCampaigns } from './sweep-campaigns.ts'
import { campaignActs } from './testing/campaign-acts.ts'
import { updateCampaign } from './update-campaign.ts'

let shop: Shop
let acts: ReturnType<typeof campaignActs>
let people: string[]
/** Unpaid orders to hold offers for: what a property draws of them, a run has to itself. */
let orders: { userId: string; orderId: string }[]
beforeAll(async () => {
  shop = await openShop()
  acts = campaignActs(shop.domain)
  people = await Promise.all([1, 2, 3, 4].map(() => acts.newPerson()))
})
afterAll(() => shop.domain.close())

const who = fc.nat({ max: 3 })
type Step =
  | { do: 'claim' | 'hold' | 'spend' | 'release' | 'return'; who: number }
  | { do: 'pause' | 'resume' | 'sweep' }
  | { do: 'budget'; total: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constantFrom('claim', 'hold', 'spend', 'release', 'return'), who }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('pause', 'resume', 'sweep') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('budget' as const), total: fc.integer({ min: 1, max: 60 }) }) },
)

interface Campaigns {
  claim: string
  offer: string
}

async function play({ claim, offer }: Campaigns, cost: number, asked: Step): Promise<void> {
  const { ctx } = shop
  const orderOf = (index: number) => orders[index] ?? { userId: '', orderId: ctx.newId() }
  switch (asked.do) {
    case 'claim':
      await acts.takePart(claim, people[asked.who] ?? '')
      return
    case 'hold': {
      const held = { campaignId: offer, name: '', ruleVersion: 1, discountFen: cost, bonusCredits: 0, cost }
      await inTransaction(ctx, (tx) => reserveOffer(tx, { ...orderOf(asked.who), offer: held }))
      return
    }
    case 'spend':
      return inTransaction(ctx, (tx) => spendOffer(tx, orderOf(asked.who)))
    case 'release':
      await inTransaction(ctx, (tx) => releaseOffer(tx, orderOf(asked.who)))
      return
    case 'return':
      await inTransaction(ctx, (tx) => returnOffer(tx, orderOf(asked.who)))
      return
    case 'pause':
    case 'resume':
      await acts.become(claim, asked.do === 'pause' ? 'paused' : 'running')
      return
    case 'sweep':
      await sweepCampaigns(ctx)
      return
    case 'budget': {
      const { version } = await getCampaignRow(ctx, { campaignId: claim })
      const changes = { version, budget: asked.total }
      await updateCampaign(ctx, { campaignId: claim, changes, actor: await acts.operator })
    }
  }
}

/** Refusals are what may come of it; anything else is a fault. An order holds an offer once, and says so by its own key or its person's. */
const isRefused = (cause: unknown) =>
  cause instanceof AppError ||
  cause instanceof OfferUsedUp ||
  (cause instanceof Error && /order_id|ordinal/.test(cause.message))

it('never overspends a budget, whatever comes at once and in whatever order, and its counters are the sums of its rows', async () => {
  const scene = fc.record({
    cost: fc.integer({ min: 1, max: 9 }),
    total: fc.integer({ min: 1, max: 40 }),
    waves: fc.array(fc.array(step, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 5 }),
  })
  await fc.assert(
    fc.asyncProperty(scene, async ({ cost, total, waves }) => {
      orders = await Promise.all(people.map((userId) => newOrder(userId)))
      const claim = await acts.running({ kind: 'claim_gift', credits: cost, giftDays: null }, { budget: total })
      const tiers = [{ fromFen: 1_000, amount: cost }]
      const offer = await acts.running({ kind: 'recharge_offer', reward: 'amount_off', tiers }, { budget: total })
      for (const wave of waves) {
        const results = await Promise.allSettled(wave.map((asked) => play({ claim, offer }, cost, asked)))
        for (const result of results) if (result.status === 'rejected' && !isRefused(result.reason)) throw result.reason
        for (const campaignId of [claim, offer]) await holds(campaignId)
      }
    }),
    propertyRounds(12),
  )
}, 240_000)

async function newOrder(userId: string) {
  const { ctx } = shop
  const now = ctx.clock.now()
  const orderId = ctx.newId()
  await ctx.prisma.order.create({
    data: {
      id: orderId,
      orderNo: newOrderNo(now, randomLetters),
      userId,
      kind: 'recharge',
      priceFen: 1_000,
      payableFen: 1_000,
      credits: 100,
      requestKey: crypto.randomUUID(),
      requestFingerprint: new Uint8Array(32),
      createdAt: now,
      expiresAt: now,
    },
    select: { id: true },
  })
  return { userId, orderId }
}

async function holds(campaignId: string) {
  const budget = await acts.budgetOf(campaignId)
  expect(budget.reserved + budget.spent).toBeLessThanOrEqual(budget.total)
  const sums = await shop.ctx.prisma.campaignParticipation.groupBy({
    by: ['status'],
    where: { campaignId },
    _sum: { cost: true },
  })
  const sumOf = (status: string) => sums.find((sum) => sum.status === status)?._sum.cost ?? 0
  expect({ reserved: budget.reserved, spent: budget.spent }).toEqual({
    reserved: sumOf('reserved'),
    spent: sumOf('rewarded'),
  })
}
