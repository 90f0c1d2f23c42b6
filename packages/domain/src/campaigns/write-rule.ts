import { campaignLimits } from '@mozhou/contracts/campaigns/kinds'
import type { AudienceInput, CampaignAudience, CampaignLimits, CampaignRule } from '@mozhou/contracts/campaigns/rule'
import { AppError } from '@mozhou/contracts/errors'
import { accountKey } from '../accounts/account-key.ts'
import type { TxContext } from '../context.ts'
import { readSecondRate } from '../referral-rules/ordinary-shares.ts'
import { needsPersonLimit } from './campaign-rules.ts'
import { couponIdOf } from './coupon-of.ts'
import { readSegment } from './segment.ts'

const namesShown = 3

interface NewRule {
  campaignId: string
  version: number
  rule: CampaignRule
  limits: CampaignLimits
  /** A new one, or that of an older version with its list. */
  audience: AudienceInput | { kept: CampaignAudience; fromVersion: number }
  createdById: string
}

/**
 * @throws AppError CAMPAIGN_LIST_UNKNOWN {count, names}, CAMPAIGN_SEGMENT_UNKNOWN, CAMPAIGN_LIMIT_MISSING, CAMPAIGN_LIMIT_ABOVE_COUPON, CAMPAIGN_COUPON_UNFIT,
 *   CAMPAIGN_SHARE_TOO_HIGH, REBATE_FORM_UNAVAILABLE, each with its field
 */
export async function writeRule(tx: TxContext, input: NewRule): Promise<void> {
  const { campaignId, version, rule, limits, audience, createdById } = input
  if (needsPersonLimit(rule) && limits.perPerson === null)
    throw new AppError('CAMPAIGN_LIMIT_MISSING', { field: 'limits.perPerson' })
  await refuseUnfitRule(tx, rule)
  const most = await mostOfCoupon(tx, rule)
  if (most !== null && limits.perPerson !== null && limits.perPerson > most)
    throw new AppError('CAMPAIGN_LIMIT_ABOVE_COUPON', { field: 'limits.perPerson', most })
  const listed = 'kind' in audience && audience.kind === 'list' ? await findListed(tx, audience.usernames) : []
  const key = { campaignId, version }
  await tx.prisma.campaignRule.create({
    data: {
      ...key,
      rule,
      limits,
      couponId: couponIdOf(rule),
      audience: await keptAudience(tx, { audience, listed, createdById }),
      createdById,
      createdAt: tx.clock.now(),
    },
    select: { version: true },
  })
  if (listed.length > 0)
    await tx.prisma.campaignListMember.createMany({ data: listed.map((userId) => ({ ...key, userId })) })
  if ('kept' in audience && audience.kept.kind === 'list')
    await tx.prisma.$executeRaw`
      INSERT INTO campaign_list_members (campaign_id, version, user_id)
      SELECT campaign_id, ${version}::int, user_id FROM campaign_list_members
      WHERE campaign_id = ${campaignId}::uuid AND version = ${audience.fromVersion}`
}

/** How many of its coupon one person may have; null where it gives none. */
export async function mostOfCoupon(ctx: Pick<TxContext, 'prisma'>, rule: CampaignRule): Promise<number | null> {
  const id = couponIdOf(rule)
  if (id === null) return null
  const { perPersonLimit } = await ctx.prisma.coupon.findUniqueOrThrow({
    where: { id },
    select: { perPersonLimit: true },
  })
  return perPersonLimit
}

async function keptAudience(
  tx: TxContext,
  { audience, listed, createdById }: Pick<NewRule, 'audience' | 'createdById'> & { listed: readonly string[] },
): Promise<CampaignAudience> {
  if ('kept' in audience) return audience.kept
  if (audience.kind === 'list') return { kind: 'list', people: listed.length }
  return audience.kind === 'segment' ? readSegment(tx, { filterId: audience.filterId, userId: createdById }) : audience
}

/** What other rooms have to have for such a rule. @throws AppError CAMPAIGN_COUPON_UNFIT, CAMPAIGN_SHARE_TOO_HIGH, REBATE_FORM_UNAVAILABLE */
export async function refuseUnfitRule(ctx: Pick<TxContext, 'prisma' | 'clock' | 'settings'>, rule: CampaignRule) {
  if (rule.kind === 'coupon') {
    const id = couponIdOf(rule)
    const coupon = id === null ? null : await ctx.prisma.coupon.findUnique({ where: { id }, select: { status: true } })
    if (!coupon || coupon.status === 'ended') throw new AppError('CAMPAIGN_COUPON_UNFIT', { field: 'rule.couponId' })
  }
  if (rule.kind !== 'referral') return
  const { allowsCash, mostShareBp } = ctx.settings.referral
  if (rule.form === 'cash' && !allowsCash) throw new AppError('REBATE_FORM_UNAVAILABLE', { field: 'rule.form' })
  const rate2Bp = await readSecondRate(ctx)
  if (rule.rateBp !== null && rule.rateBp + rate2Bp > mostShareBp)
    throw new AppError('CAMPAIGN_SHARE_TOO_HIGH', { field: 'rule.rateBp', most: mostShareBp / 100 })
}

/** Ids of the people that the names mean. @throws AppError CAMPAIGN_LIST_UNKNOWN {count, names} */
export async function findListed(ctx: Pick<TxContext, 'prisma'>, usernames: readonly string[]): Promise<string[]> {
  const keys = new Map(usernames.map((name) => [accountKey(name.trim()), name]))
  const people = await ctx.prisma.user.findMany({
    where: { usernameKey: { in: [...keys.keys()] } },
    take: campaignLimits.mostListed,
    select: { id: true, usernameKey: true },
  })
  for (const { usernameKey } of people) if (usernameKey !== null) keys.delete(usernameKey)
  const unknown = [...keys.values()]
  if (unknown.length > 0)
    throw new AppError('CAMPAIGN_LIST_UNKNOWN', {
      field: 'audience',
      count: unknown.length,
      names: unknown.slice(0, namesShown).join(', '),
    })
  return people.map(({ id }) => id)
}
