import { audienceCondition, countAudience } from '@mozhou/domain/campaigns/audience'
import { participate } from '@mozhou/domain/campaigns/participate'
import { campaignActs } from '@mozhou/domain/campaigns/testing/campaign-acts'
import { fillPeople } from './fill-people.ts'
import { createTestDomain } from '@mozhou/domain/testing/test-domain'
import type { TestDomain } from '@mozhou/domain/testing/test-domain'
import type { CampaignAudience, CampaignRule } from '@mozhou/contracts/campaigns/rule'
import { parseId } from '@mozhou/contracts/ids'
import type { Actor } from '@mozhou/domain/audit/actor'
import { createCoupon } from '@mozhou/domain/coupons/create-coupon'
import { updateCoupon } from '@mozhou/domain/coupons/update-coupon'
import { percentile } from './percentile.ts'

interface CampaignsBench {
  /** Milliseconds of one claim of a campaign that everybody claims, by callers at once: of credits, and of a coupon whose row is hot too. */
  participation: { gives: string; callers: number; p50: number; p95: number; perSecond: number; refused: number }[]
  audiences: { audience: string; people: number; counted: number; countMs: number; oneMs: number }[]
}

/** `MOZHOU_BENCH_CAMPAIGNS=200,20000` tries it out: claims, then people. */
const [claims = 1_000, people = 1_000_000] = (process.env['MOZHOU_BENCH_CAMPAIGNS'] ?? '1000,1000000')
  .split(',')
  .map(Number)

export async function benchCampaigns(): Promise<CampaignsBench> {
  const domain = await createTestDomain()
  try {
    const participation = []
    for (const gives of ['credits', 'coupons'] as const)
      for (const callers of [1, 16]) participation.push(await measureClaims(domain, { gives, callers }))
    return { participation, audiences: await measureAudiences(domain) }
  } finally {
    await domain.close()
  }
}

/** One budget, the hot row; a tenth more people come than it has room for. */
async function measureClaims(
  domain: TestDomain,
  { gives, callers }: { gives: 'credits' | 'coupons'; callers: number },
) {
  const acts = campaignActs(domain)
  const budget = Math.ceil(claims * 0.9)
  const rule: CampaignRule =
    gives === 'credits'
      ? { kind: 'claim_gift', credits: 1, giftDays: 30 }
      : { kind: 'coupon', couponId: await activeCoupon(domain, await acts.operator), at: 'claim' }
  const campaignId = await acts.running(rule, { budget, limits: { perPerson: 1, perPersonDay: null } })
  const waiting: string[] = []
  for (let n = 0; n < claims; n += 1) waiting.push(await acts.newPerson())
  const timings: number[] = []
  let refused = 0
  const startedAt = performance.now()
  const caller = async () => {
    for (let userId = waiting.pop(); userId !== undefined; userId = waiting.pop()) {
      const from = performance.now()
      await participate(domain.ctx, { campaignId, userId, requestKey: crypto.randomUUID() }).catch(() => {
        refused += 1
      })
      timings.push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: callers }, caller))
  const seconds = (performance.now() - startedAt) / 1_000
  return {
    gives,
    callers,
    p50: percentile(timings, 0.5),
    p95: percentile(timings, 0.95),
    perSecond: timings.length / seconds,
    refused,
  }
}

/** With enough for everybody: the budget alone ends it. */
async function activeCoupon({ ctx }: TestDomain, actor: Actor): Promise<string> {
  const terms = {
    kind: 'universal',
    thresholdFen: 0,
    totalLimit: claims,
    perPersonLimit: 1,
    isClaimable: false,
  } as const
  const made = await createCoupon(ctx, {
    ...terms,
    name: 'bench',
    description: '',
    discount: { kind: 'amount', amountFen: 100 },
    validity: { kind: 'days', days: 30 },
    audience: { kind: 'all' },
    actor,
  })
  const couponId = parseId('coupon', made.id) ?? ''
  await updateCoupon(ctx, { couponId, version: made.version, status: 'active', actor })
  return made.id
}

const audiences: readonly CampaignAudience[] = [
  { kind: 'all' },
  { kind: 'new', days: 30 },
  { kind: 'members' },
  { kind: 'dormant', days: 30 },
  { kind: 'spent_over', fen: 5_000 },
  { kind: 'segment', name: 'part of a name', search: { search: 'many-77', status: 'active' } },
]

async function measureAudiences({ ctx, databaseUrl }: TestDomain): Promise<CampaignsBench['audiences']> {
  await fillPeople(databaseUrl, people)
  const [somebody] = await ctx.prisma.user.findMany({ where: { username: 'many-7' }, select: { id: true } })
  const rows = []
  for (const audience of audiences) {
    const condition = audienceCondition({ campaignId: ctx.newId(), ruleVersion: 1, audience }, ctx.clock.now())
    const from = performance.now()
    const counted = await countAudience(ctx, condition)
    const countMs = performance.now() - from
    const asked = performance.now()
    await ctx.prisma.$queryRaw`SELECT 1 FROM users u WHERE u.id = ${somebody?.id ?? ''}::uuid AND ${condition}`
    rows.push({ audience: audience.kind, people, counted, countMs, oneMs: performance.now() - asked })
  }
  return rows
}
