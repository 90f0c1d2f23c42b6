import type { CampaignRowDto } from '@mozhou/contracts/campaigns/admin-answers'
import type { SegmentSearch } from '@mozhou/contracts/campaigns/rule'
import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { TxContext } from '../context.ts'
import { readCampaign } from './campaign-state.ts'
import type { CampaignState } from './campaign-state.ts'

export function toCampaignRow({ id, startsAt, endsAt, createdAt, ...campaign }: CampaignState): CampaignRowDto {
  return {
    ...campaign,
    id: formatId('campaign', id),
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    createdAt: createdAt.toISOString(),
  }
}

/** As operators see it. @throws AppError CAMPAIGN_NOT_FOUND */
export async function getCampaignRow(
  ctx: Pick<TxContext, 'prisma'>,
  { campaignId }: { campaignId: string },
): Promise<CampaignRowDto> {
  const campaign = await readCampaign(ctx, campaignId)
  if (!campaign) throw new AppError('CAMPAIGN_NOT_FOUND')
  return toCampaignRow(campaign)
}

/**
 * What an audit row keeps: what people were promised, and what it may cost. Whom a saved filter looks for by name or address stands with the
 * campaign's version alone, not in rows that nobody can take anything out of: here it says that it does.
 */
export function shownOf(campaign: CampaignState) {
  const { name, status, startsAt, endsAt, budget, rule, limits, audience, ruleVersion } = campaign
  return {
    name,
    status,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    budget,
    rule,
    limits,
    audience: audience.kind === 'segment' ? { ...audience, search: namelessSearch(audience.search) } : audience,
    ruleVersion,
  }
}

function namelessSearch({ search = '', ...conditions }: SegmentSearch) {
  return { ...conditions, ...(search.trim() !== '' && { search: '…' }) }
}
