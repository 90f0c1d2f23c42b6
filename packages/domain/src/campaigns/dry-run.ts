import type { DryRunDto } from '@mozhou/contracts/campaigns/admin-answers'
import type { DryRunInput } from '@mozhou/contracts/campaigns/admin-inputs'
import type { AudienceInput } from '@mozhou/contracts/campaigns/rule'
import { unitOf } from '@mozhou/contracts/campaigns/rule'
import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { Prisma } from '@mozhou/db/client'
import type { DomainContext } from '../context.ts'
import { dayOf, dayStart } from '../shanghai-day.ts'
import { audienceCondition, countAudience, listCondition } from './audience.ts'
import { isReady } from './campaign-rules.ts'
import { occasionsOfDay } from './past-occasions.ts'
import { createReplay } from './replay.ts'
import { findListed } from './write-rule.ts'

/**
 * What such a campaign would have cost over so many whole days before today, and who would have got the most: whoever began a generation on
 * a day counts as one who would have checked in or claimed on it, and registrations and paid recharges are those that there were. The
 * audience is that of this moment. Writes nothing.
 * @throws AppError CAMPAIGN_KIND_NOT_READY, CAMPAIGN_LIST_UNKNOWN {count, names}
 */
export async function dryRun(ctx: DomainContext, input: DryRunInput): Promise<DryRunDto> {
  const { rule, limits, audience, budget, days } = input
  if (!isReady(rule.kind)) throw new AppError('CAMPAIGN_KIND_NOT_READY')
  const condition = await conditionOf(ctx, audience)
  const today = dayOf(ctx.clock.now())
  const replay = createReplay({ rule, limits, budget })
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

/** How many people an audience has at this moment, in one statement. @throws AppError CAMPAIGN_LIST_UNKNOWN {count, names} */
export async function sizeOfAudience(
  ctx: DomainContext,
  { audience }: { audience: AudienceInput },
): Promise<{ people: number }> {
  return { people: await countAudience(ctx, await conditionOf(ctx, audience)) }
}

async function conditionOf(ctx: DomainContext, audience: AudienceInput): Promise<Prisma.Sql> {
  if (audience.kind === 'list') return listCondition(await findListed(ctx, audience.usernames))
  return audienceCondition({ campaignId: ctx.newId(), ruleVersion: 1, audience }, ctx.clock.now())
}
