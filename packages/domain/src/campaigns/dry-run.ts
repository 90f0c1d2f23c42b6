import type { DryRunDto } from '@mozhou/contracts/campaigns/admin-answers'
import type { DryRunInput } from '@mozhou/contracts/campaigns/admin-inputs'
import type { AudienceInput } from '@mozhou/contracts/campaigns/rule'
import { unitOf } from '@mozhou/contracts/campaigns/rule'
import { formatId } from '@mozhou/contracts/ids'
import type { Prisma } from '@mozhou/db/client'
import type { DomainContext } from '../context.ts'
import { dayOf, dayStart } from '../shanghai-day.ts'
import { audienceCondition, countAudience, listCondition } from './audience.ts'
import { couponIdOf } from './coupon-of.ts'
import { occasionsOfDay } from './past-occasions.ts'
import { createReplay } from './replay.ts'
import { readSegment } from './segment.ts'
import { findListed, mostOfCoupon, refuseUnfitRule } from './write-rule.ts'

/**
 * What such a campaign would have cost over so many whole days before today, and who would have got the most: whoever began a generation on
 * a day counts as one who would have checked in or claimed on it, and registrations and paid orders are those that there were. The
 * audience is that of this moment. Writes nothing.
 * @throws AppError CAMPAIGN_LIST_UNKNOWN {count, names}, CAMPAIGN_SEGMENT_UNKNOWN, CAMPAIGN_COUPON_UNFIT, CAMPAIGN_SHARE_TOO_HIGH,
 *   REBATE_FORM_UNAVAILABLE
 */
export async function dryRun(ctx: DomainContext, input: DryRunInput & { userId: string }): Promise<DryRunDto> {
  const { rule, limits, audience, days, userId } = input
  await refuseUnfitRule(ctx, rule)
  const condition = await conditionOf(ctx, audience, userId)
  const budget = await mostGiven(ctx, input)
  const today = dayOf(ctx.clock.now())
  const most = await mostOfCoupon(ctx, rule)
  const perPerson = most === null ? limits.perPerson : Math.min(most, limits.perPerson ?? most)
  const replay = createReplay({ rule, limits: { ...limits, perPerson }, budget })
  for (let back = days; back >= 1; back -= 1) {
    const day = dayOf(dayStart(today, -back))
    for (const occasion of await occasionsOfDay(ctx, { rule, condition, day })) replay.take(day, occasion)
  }
  const { winners, times, cost, usedUpOn, top } = replay.result()
  const names = await ctx.prisma.user.findMany({
    where: { id: { in: top.map(({ userId }) => userId) } },
    select: { id: true, username: true },
  })
  const nameOf = new Map(names.map(({ id, username }) => [id, username]))
  return {
    from: dayOf(dayStart(today, -days)),
    to: dayOf(dayStart(today, -1)),
    unit: unitOf(rule),
    audience: await countAudience(ctx, condition),
    winners,
    times,
    cost,
    usedUpOn,
    top: top.map(({ userId, ...won }) => ({
      ...won,
      person: { id: formatId('user', userId), username: nameOf.get(userId) ?? '' },
    })),
  }
}

/** What the campaign could give at most: of coupons, also no more than are left of them. */
async function mostGiven(ctx: DomainContext, { rule, budget }: DryRunInput): Promise<number> {
  const id = couponIdOf(rule)
  if (id === null) return budget
  const { totalLimit, issued } = await ctx.prisma.coupon.findUniqueOrThrow({
    where: { id },
    select: { totalLimit: true, issued: true },
  })
  return Math.min(budget, totalLimit - issued)
}

/**
 * How many people an audience has at this moment, in one statement. `userId`: whose saved filters are meant.
 * @throws AppError CAMPAIGN_LIST_UNKNOWN {count, names}, CAMPAIGN_SEGMENT_UNKNOWN
 */
export async function sizeOfAudience(
  ctx: DomainContext,
  { audience, userId }: { audience: AudienceInput; userId: string },
): Promise<{ people: number }> {
  return { people: await countAudience(ctx, await conditionOf(ctx, audience, userId)) }
}

async function conditionOf(ctx: DomainContext, asked: AudienceInput, userId: string): Promise<Prisma.Sql> {
  const audience = asked.kind === 'segment' ? await readSegment(ctx, { filterId: asked.filterId, userId }) : asked
  if (audience.kind === 'list') return listCondition(await findListed(ctx, audience.usernames))
  return audienceCondition({ campaignId: ctx.newId(), ruleVersion: 1, audience }, ctx.clock.now())
}
