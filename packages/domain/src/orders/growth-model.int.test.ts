import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import { propertyRounds } from '@mozhou/contracts/testing/env'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sweepCampaigns } from '../campaigns/sweep-campaigns.ts'
import { campaignActs } from '../campaigns/testing/campaign-acts.ts'
import { expireCoupons } from '../coupons/expire-coupons.ts'
import { bare, openCouponShop } from '../coupons/testing/coupon-shop.ts'
import type { CouponShop } from '../coupons/testing/coupon-shop.ts'
import { auditLedger } from '../credits/audit-ledger.ts'
import { cancelOrder } from './cancel-order.ts'
import { closeOrder } from './close-order.ts'
import { refundActs } from './testing/refund-acts.ts'
import type { Bought } from './testing/shop.ts'

let shop: CouponShop
let acts: ReturnType<typeof campaignActs>
let refunds: ReturnType<typeof refundActs>
beforeAll(async () => {
  shop = await openCouponShop()
  acts = campaignActs(shop.domain)
  refunds = refundActs(shop)
})
afterAll(async () => {
  const { checks } = await auditLedger(shop.ctx)
  await shop.domain.close()
  expect(checks.filter(({ isPassed }) => !isPassed)).toEqual([])
})

const who = fc.nat({ max: 2 })
const which = fc.nat({ max: 5 })
type Step =
  | { do: 'take' | 'claim'; who: number }
  | { do: 'order'; who: number; yuan: number; hasCoupon: boolean }
  | { do: 'pay' | 'close' | 'cancel' | 'refund'; which: number }
  | { do: 'pause' | 'resume'; campaign: keyof Campaigns }
  | { do: 'sweep' | 'wait' }

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('take', 'claim'), who }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('order' as const),
      who,
      yuan: fc.constantFrom(10, 20, 50),
      hasCoupon: fc.boolean(),
    }),
  },
  { weight: 8, arbitrary: fc.record({ do: fc.constantFrom('pay', 'pay', 'pay', 'close', 'cancel', 'refund'), which }) },
  fc.record({ do: fc.constantFrom('pause', 'resume'), campaign: fc.constantFrom('coupons', 'offer', 'boost') }),
  fc.record({ do: fc.constantFrom('sweep', 'wait') }),
)
const scene = fc.record({
  budget: fc.integer({ min: 1, max: 4 }),
  reward: fc.constantFrom('amount_off' as const, 'bonus_credits' as const),
  total: fc.integer({ min: 1, max: 4 }),
  moments: fc.array(fc.array(step, { minLength: 2, maxLength: 6 }), { minLength: 3, maxLength: 8 }),
})

interface Campaigns {
  coupons: string
  offer: string
  boost: string
}

interface Played {
  people: string[]
  couponId: string
  campaigns: Campaigns
  orders: Bought[]
}

/** Three people whom one has invited, a coupon, and campaigns that give it, take something off and raise rebates: little of each. */
async function begin({
  budget,
  reward,
  total,
}: {
  budget: number
  reward: 'amount_off' | 'bonus_credits'
  total: number
}) {
  const [referrerId = '', ...people] = await Promise.all([1, 2, 3, 4].map(() => acts.newPerson()))
  await shop.ctx.prisma.referralRelation.createMany({
    data: people.map((refereeId) => ({ refereeId, referrerId, code: 'ABCDEFGH', createdAt: shop.ctx.clock.now() })),
  })
  const couponId = await shop.coupon({
    validity: { kind: 'days', days: 1 },
    totalLimit: total,
    perPersonLimit: 2,
    isClaimable: true,
  })
  const gives = { kind: 'coupon' as const, couponId: formatId('coupon', couponId), at: 'claim' as const }
  const tiers = [{ fromFen: 1_000, amount: 100 }]
  const boost = { kind: 'referral' as const, form: 'credits' as const, rateBp: 2_000, welcomeCredits: 30 }
  const campaigns: Campaigns = {
    coupons: await acts.running(gives, { budget, limits: { perPerson: 2, perPersonDay: null } }),
    offer: await acts.running({ kind: 'recharge_offer', reward, tiers }, { budget: budget * 100 }),
    boost: await acts.running(boost, { budget: budget * 15 }),
  }
  return { people, couponId, campaigns, orders: [] } satisfies Played
}

async function order(played: Played, { who: index, yuan, hasCoupon }: Extract<Step, { do: 'order' }>): Promise<void> {
  const userId = played.people[index] ?? ''
  const owned = hasCoupon
    ? await shop.ctx.prisma.userCoupon.findFirst({ where: { userId, couponId: played.couponId, status: 'unused' } })
    : null
  const made = await shop.order(userId, yuan * 100, owned?.id)
  const bought = { userId, orderId: bare('order', made.id), orderNo: made.orderNo }
  if (!played.orders.some(({ orderId }) => orderId === bought.orderId)) played.orders.push(bought)
  if (made.status === 'pending') await shop.begin(bought, 'alipay')
}

async function act(played: Played, one: Step): Promise<void> {
  const at = 'which' in one ? played.orders[one.which] : undefined
  switch (one.do) {
    case 'take':
      await acts.takePart(played.campaigns.coupons, played.people[one.who] ?? '')
      return
    case 'claim':
      await shop.claim(played.couponId, played.people[one.who] ?? '')
      return
    case 'order':
      return order(played, one)
    case 'pay':
      if (at && shop.alipay.trades.get(at.orderNo)?.state === 'waiting')
        await shop.tell(shop.alipay.pay(at.orderNo, { payerId: at.userId }))
      return
    case 'close':
      if (at) await closeOrder(shop.ctx, at)
      return
    case 'cancel':
      if (at) await cancelOrder(shop.ctx, at)
      return
    case 'refund':
      if (at) await refunds.settle((await refunds.confirm(at)).refundId)
      return
    case 'pause':
    case 'resume':
      await acts.become(played.campaigns[one.campaign], one.do === 'pause' ? 'paused' : 'running')
      return
    case 'sweep':
      await Promise.all([sweepCampaigns(shop.ctx), expireCoupons(shop.ctx)])
      return
    case 'wait':
      shop.domain.advance(5 * 3_600_000)
  }
}

/** What the rows say against the model: each thing that was given is counted once wherever it counts, and nothing is held for nobody. */
const contradictions = ({ couponId, campaigns, people }: Played) => shop.ctx.prisma.$queryRaw<unknown[]>`
  WITH parts AS (SELECT * FROM campaign_participations WHERE campaign_id = ANY(${Object.values(campaigns)}::uuid[])),
    own AS (SELECT * FROM orders WHERE user_id = ANY(${people}::uuid[]))
  SELECT 'a budget is overspent, or not the sum of its parts' AS fault, b.campaign_id::text AS id FROM campaign_budgets b
    WHERE b.campaign_id = ANY(${Object.values(campaigns)}::uuid[]) AND (b.reserved + b.spent > b.total
      OR b.reserved <> (SELECT coalesce(sum(cost), 0) FROM parts p WHERE p.campaign_id = b.campaign_id AND p.status = 'reserved')
      OR b.spent <> (SELECT coalesce(sum(cost), 0) FROM parts p WHERE p.campaign_id = b.campaign_id AND p.status = 'rewarded'))
  UNION ALL SELECT 'something is held for an order that does not wait', p.id::text FROM parts p JOIN own o ON o.id = p.order_id
    WHERE p.status = 'reserved' AND o.status <> 'pending'
  UNION ALL SELECT 'an order waits with an offer that nobody holds', o.id::text FROM own o
    WHERE o.status = 'pending' AND o.offer_discount_fen > 0
      AND NOT EXISTS (SELECT 1 FROM parts p WHERE p.order_id = o.id AND p.status = 'reserved')
  UNION ALL SELECT 'a bonus is not there once', o.id::text FROM own o JOIN parts p ON p.order_id = o.id JOIN campaign_budgets b USING (campaign_id)
    WHERE p.campaign_id = ${campaigns.offer}::uuid AND b.unit = 'credits' AND (p.status <> 'reserved') AND o.paid_at IS NOT NULL
      AND (SELECT count(*) FROM credit_entries e WHERE e.reference_id = o.id::text AND e.kind = 'recharge_bonus') <> 1
  UNION ALL SELECT 'a coupon is not counted as it was given', c.id::text FROM coupons c WHERE c.id = ${couponId}::uuid
    AND (c.issued > c.total_limit OR c.issued <> (SELECT count(*) FROM user_coupons u WHERE u.coupon_id = c.id))
  UNION ALL SELECT 'somebody has more than one may', u.user_id::text FROM user_coupons u WHERE u.coupon_id = ${couponId}::uuid
    GROUP BY u.user_id HAVING count(*) > 2
  UNION ALL SELECT 'a campaign gave a coupon that it did not count', u.id::text FROM user_coupons u
    LEFT JOIN campaign_rewards r ON r.user_coupon_id = u.id
    WHERE u.coupon_id = ${couponId}::uuid AND (u.source = 'campaign') <> (r.user_coupon_id IS NOT NULL)
  UNION ALL SELECT 'a coupon pays twice', u.id::text FROM user_coupons u JOIN own o ON o.user_coupon_id = u.id
    WHERE o.status IN ('pending', 'fulfilled', 'partially_refunded') GROUP BY u.id HAVING count(*) > 1
  UNION ALL SELECT 'a coupon is held and no order waits', u.id::text FROM user_coupons u LEFT JOIN own o ON o.id = u.order_id
    WHERE u.coupon_id = ${couponId}::uuid AND u.status = 'held' AND (o.status <> 'pending' OR o.user_coupon_id IS DISTINCT FROM u.id)
  UNION ALL SELECT 'a rebate was raised without its budget', r.id::text FROM rebates r JOIN own o ON o.id = r.order_id
    LEFT JOIN parts p ON p.id = r.participation_id
    WHERE r.level = 1 AND (r.rate_bp = 2000) <> (p.campaign_id IS NOT DISTINCT FROM ${campaigns.boost}::uuid)`

it('gives nothing twice and holds nothing for nobody, whatever claims, orders, payments, refunds and pauses come at once', async () => {
  await fc.assert(
    fc.asyncProperty(scene, async ({ moments, ...terms }) => {
      const played = await begin(terms)
      for (const moment of moments) {
        const results = await Promise.allSettled(moment.map((one) => act(played, one)))
        // Refusals are what is to be expected of half of it; anything else is a fault.
        for (const result of results)
          if (result.status === 'rejected' && !(result.reason instanceof AppError)) throw result.reason
        expect(await contradictions(played)).toEqual([])
      }
      await settle(played)
    }),
    { ...propertyRounds(6), endOnFailure: true },
  )
}, 240_000)

/** Everything that still waits is closed: nothing is held then. */
async function settle(played: Played): Promise<void> {
  await Promise.all(played.orders.map((at) => closeOrder(shop.ctx, at)))
  for (const campaignId of Object.values(played.campaigns)) {
    expect((await acts.budgetOf(campaignId)).reserved).toBe(0)
    await acts.become(campaignId, 'ended').catch((error: unknown) => expect(error).toBeInstanceOf(AppError))
  }
  const held = { couponId: played.couponId, status: 'held' }
  expect(await shop.ctx.prisma.userCoupon.count({ where: held })).toBe(0)
  expect(await contradictions(played)).toEqual([])
}
