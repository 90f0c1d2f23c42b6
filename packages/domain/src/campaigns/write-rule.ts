import { campaignLimits } from '@mozhou/contracts/campaigns/kinds'
import type { AudienceInput, CampaignAudience, CampaignLimits, CampaignRule } from '@mozhou/contracts/campaigns/rule'
import { AppError } from '@mozhou/contracts/errors'
import { accountKey } from '../accounts/account-key.ts'
import type { TxContext } from '../context.ts'
import { isReady } from './campaign-rules.ts'

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

/** @throws AppError CAMPAIGN_LIST_UNKNOWN {count, names}, CAMPAIGN_KIND_NOT_READY */
export async function writeRule(tx: TxContext, input: NewRule): Promise<void> {
  const { campaignId, version, rule, limits, audience, createdById } = input
  if (!isReady(rule.kind)) throw new AppError('CAMPAIGN_KIND_NOT_READY')
  const listed = 'kind' in audience && audience.kind === 'list' ? await findListed(tx, audience.usernames) : []
  const key = { campaignId, version }
  await tx.prisma.campaignRule.create({
    data: { ...key, rule, limits, audience: keptAudience(audience, listed), createdById, createdAt: tx.clock.now() },
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

function keptAudience(audience: NewRule['audience'], listed: readonly string[]): CampaignAudience {
  if ('kept' in audience) return audience.kept
  return audience.kind === 'list' ? { kind: 'list', people: listed.length } : audience
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
      count: unknown.length,
      names: unknown.slice(0, namesShown).join(', '),
    })
  return people.map(({ id }) => id)
}
