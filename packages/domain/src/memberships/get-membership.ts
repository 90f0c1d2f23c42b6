import type { MembershipDto } from '@mozhou/contracts/memberships/answers'
import { planBenefits } from '@mozhou/contracts/memberships/benefits'
import { z } from 'zod'
import type { DomainContext } from '../context.ts'
import { dropEpochCache, readEpochCache, writeEpochCache } from '../epoch-cache.ts'
import { membershipAt } from './membership-rules.ts'
import type { Period } from './membership-rules.ts'
import { readPeriods } from './read-periods.ts'

/** Bounds how long a lost invalidation can matter. */
const cacheSeconds = 60

/**
 * The one way to ask for a membership; a press asks once and stores the answer. Cached are the periods, not the answer, so that a
 * membership ends on time; and never their absence, so that a lost invalidation charges no member.
 */
export async function getMembership(ctx: DomainContext, userId: string): Promise<MembershipDto> {
  return membershipAt(await currentPeriods(ctx, userId), ctx.clock.now())
}

/** Periods under way and to come, as `getMembership` knows them. */
export async function currentPeriods(ctx: DomainContext, userId: string): Promise<Period[]> {
  const keys = keysOf(userId)
  const { text, epoch } = await readEpochCache(ctx, keys)
  if (text !== null) return parsePeriods(text)
  const periods = await readPeriods(ctx, userId)
  if (epoch !== null && periods.length > 0)
    await writeEpochCache(ctx, keys, { text: JSON.stringify(periods), epoch, seconds: cacheSeconds })
  return periods
}

/** Call after the commit of every change of somebody's periods. */
export async function invalidateMembership(ctx: Pick<DomainContext, 'redis' | 'log'>, userId: string): Promise<void> {
  await dropEpochCache(ctx, keysOf(userId), 2 * cacheSeconds)
}

const keysOf = (userId: string) => ({ value: `membership:{${userId}}:terms`, epoch: `membership:{${userId}}:epoch` })

const cachedPeriods = z.array(z.object({ startsAt: z.string(), endsAt: z.string(), benefits: planBenefits }))

function parsePeriods(cached: string): Period[] {
  return cachedPeriods.parse(JSON.parse(cached)).map(({ startsAt, endsAt, benefits }) => ({
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    benefits,
  }))
}
