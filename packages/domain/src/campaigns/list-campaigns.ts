import type { CampaignDto } from '@mozhou/contracts/campaigns/answers'
import { AppError } from '@mozhou/contracts/errors'
import type { Page, PageInput } from '@mozhou/contracts/page'
import { Prisma } from '@mozhou/db/client'
import type { DomainContext } from '../context.ts'
import { decodeCursor, encodeCursor } from '../paging.ts'
import { toCampaignDto } from './campaign-dto.ts'
import type { CampaignStateRow } from './campaign-state.ts'
import { campaignStates, readCampaign, toCampaignState } from './campaign-state.ts'

/** What was ever started, newest first; one for a list of people is told to those alone. */
export async function listCampaigns(
  ctx: DomainContext,
  { userId, cursor, limit }: PageInput & { userId: string },
): Promise<Page<CampaignDto>> {
  const position = typeof cursor === 'string' ? decodeCursor(cursor) : null
  const after = position
    ? Prisma.sql`(c.created_at, c.id) < (${position.createdAt}, ${position.id}::uuid)`
    : Prisma.sql`true`
  const rows = await ctx.prisma.$queryRaw<CampaignStateRow[]>`
    ${campaignStates} WHERE c.status <> 'draft' AND ${after} AND ${isToldTo(userId)}
    ORDER BY c.created_at DESC, c.id DESC LIMIT ${limit + 1}`
  const shown = rows.slice(0, limit).map(toCampaignState)
  const last = shown.at(-1)
  const items = await Promise.all(shown.map((campaign) => toCampaignDto(ctx, campaign, userId)))
  return { items, nextCursor: rows.length > limit && last ? encodeCursor(last) : null }
}

/** @throws AppError CAMPAIGN_NOT_FOUND, for a draft too */
export async function getCampaign(
  ctx: DomainContext,
  { campaignId, userId }: { campaignId: string; userId: string },
): Promise<CampaignDto> {
  const campaign = await readCampaign(ctx, campaignId)
  if (!campaign || campaign.status === 'draft') throw new AppError('CAMPAIGN_NOT_FOUND')
  const dto = await toCampaignDto(ctx, campaign, userId)
  if (campaign.audience.kind === 'list' && dto.mine.refusal === 'CAMPAIGN_NOT_FOR_YOU' && dto.mine.times === 0)
    throw new AppError('CAMPAIGN_NOT_FOUND')
  return dto
}

const isToldTo = (userId: string) => Prisma.sql`(r.audience->>'kind' <> 'list' OR EXISTS (
  SELECT 1 FROM campaign_list_members m WHERE m.campaign_id = c.id AND m.version = c.rule_version AND m.user_id = ${userId}::uuid))`
