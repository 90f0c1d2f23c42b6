import type { CampaignRowDto } from '@mozhou/contracts/campaigns/admin-answers'
import { campaignRowAnswer } from '@mozhou/contracts/campaigns/admin-answers'
import { parseId } from '@mozhou/contracts/ids'
import { Prisma } from '@mozhou/db/client'
import type { DomainContext, TxContext } from '../context.ts'
import { dropEpochCache, readEpochCache, writeEpochCache } from '../epoch-cache.ts'
import { toCampaignRow } from './campaign-row-dto.ts'
import type { CampaignState, CampaignStateRow } from './campaign-state.ts'
import { campaignStates, toCampaignState } from './campaign-state.ts'

/** A campaign that runs, as it was promised; where its budget stands is the database's to say. */
export type OpenCampaign = Omit<CampaignState, 'reserved' | 'spent'>

const keys = { value: 'campaigns:{open}:v1', epoch: 'campaigns:{open}:epoch' }
/** Changes invalidate at once; the limit only bounds how long a lost invalidation can matter. */
const cacheSeconds = 30
const cachedRows = campaignRowAnswer.array()

/** Those that are started, paused or not, until they end. From Redis when it can, from the database when it must. */
export async function loadOpenCampaigns(ctx: DomainContext): Promise<OpenCampaign[]> {
  const { text, epoch } = await readEpochCache(ctx, keys)
  if (text !== null) return cachedRows.parse(JSON.parse(text)).map(fromCache)
  const campaigns = await readOpenCampaigns(ctx)
  if (epoch !== null)
    await writeEpochCache(ctx, keys, {
      text: JSON.stringify(campaigns.map(toCampaignRow)),
      epoch,
      seconds: cacheSeconds,
    })
  return campaigns
}

/** Call after the commit of every change of a campaign. */
export async function invalidateOpenCampaigns(ctx: Pick<DomainContext, 'redis' | 'log'>): Promise<void> {
  await dropEpochCache(ctx, keys, 4 * cacheSeconds)
}

/** From the database: for what is decided in a transaction. */
export async function readOpenCampaigns(
  ctx: Pick<TxContext, 'prisma'>,
  condition: Prisma.Sql = Prisma.sql`true`,
): Promise<CampaignState[]> {
  const rows = await ctx.prisma.$queryRaw<CampaignStateRow[]>`
    ${campaignStates} WHERE c.status IN ('running', 'paused') AND ${condition} ORDER BY c.id`
  return rows.map(toCampaignState)
}

function fromCache({ id, startsAt, endsAt, createdAt, ...campaign }: CampaignRowDto): OpenCampaign {
  const bare = parseId('campaign', id)
  if (bare === null) throw new Error(`the cache of campaigns holds ${id}`)
  return {
    ...campaign,
    id: bare,
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    createdAt: new Date(createdAt),
  }
}
