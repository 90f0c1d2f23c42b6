import { campaignLimits } from '@mozhou/contracts/campaigns/kinds'
import type { CampaignEndReason } from '@mozhou/contracts/campaigns/kinds'
import { formatId } from '@mozhou/contracts/ids'
import { mayDo } from '@mozhou/contracts/permissions'
import { roles } from '@mozhou/contracts/roles'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import type { DomainContext, TxContext } from '../context.ts'
import { notify } from '../notifications/notify.ts'
import { wakeReaders } from '../notifications/wake-readers.ts'
import { inTransaction } from '../transaction.ts'
import { leastCost } from './campaign-rules.ts'
import type { CampaignState } from './campaign-state.ts'
import { invalidateOpenCampaigns, readOpenCampaigns } from './open-campaigns.ts'

const inCharge = roles.filter((role) => mayDo(role, 'campaign:write'))
/** The oldest accounts; a house with more operators has somebody who hands out work. */
const mostTold = 50

/**
 * Ends campaigns whose time is over or whose budget does not suffice for one more, and tells operators when most of a budget is gone. What
 * open orders hold may come back, so that it ends none. Leaves nothing where there is nothing; what it does twice has one effect.
 */
export async function sweepCampaigns(ctx: DomainContext): Promise<{ ended: number; alarmed: number }> {
  const done = { ended: 0, alarmed: 0 }
  const told = new Set<string>()
  for (const campaign of await readOpenCampaigns(ctx)) {
    const reason = whyOver(campaign, ctx.clock.now())
    const isLow = usedPercent(campaign) >= campaignLimits.alarmPercent
    if (reason !== null) {
      const people = await inTransaction(ctx, (tx) => end(tx, campaign, reason))
      if (people === null) continue
      done.ended += 1
      for (const userId of people) told.add(userId)
    } else if (isLow) {
      const people = await inTransaction(ctx, (tx) => alarm(tx, campaign))
      if (people === null) continue
      done.alarmed += 1
      ctx.log.warn({ campaignId: campaign.id, percent: usedPercent(campaign) }, 'the budget of a campaign runs low')
      for (const userId of people) told.add(userId)
    }
  }
  if (done.ended > 0) await invalidateOpenCampaigns(ctx)
  for (const userId of told) await wakeReaders(ctx, userId)
  return done
}

function whyOver({ endsAt, rule, budget, spent }: CampaignState, now: Date): CampaignEndReason | null {
  if (endsAt <= now) return 'time'
  return spent + leastCost(rule) > budget ? 'budget' : null
}

const usedPercent = ({ reserved, spent, budget }: CampaignState) => Math.floor(((reserved + spent) * 100) / budget)

/** Whom it was told; null where somebody else ended or changed it meanwhile. */
async function end(tx: TxContext, campaign: CampaignState, endReason: CampaignEndReason): Promise<string[] | null> {
  const { id, status, version } = campaign
  const now = tx.clock.now()
  const { count } = await tx.prisma.campaign.updateMany({
    where: { id, status, version },
    data: { status: 'ended', endReason, endedAt: now, updatedAt: now, version: { increment: 1 } },
  })
  if (count === 0) return null
  await writeAuditRow(tx, {
    actorId: null,
    permission: 'none',
    action: 'campaign.end',
    target: formatId('campaign', id),
    before: { status },
    after: { status: 'ended', endReason },
    requestId: 'sweep-campaigns',
  })
  return endReason === 'budget' ? tellOperators(tx, campaign, true) : []
}

async function alarm(tx: TxContext, campaign: CampaignState): Promise<string[] | null> {
  const { count } = await tx.prisma.campaignBudget.updateMany({
    where: { campaignId: campaign.id, alarmedAt: null },
    data: { alarmedAt: tx.clock.now() },
  })
  return count === 0 ? null : tellOperators(tx, campaign, false)
}

async function tellOperators(tx: TxContext, campaign: CampaignState, isEnded: boolean): Promise<string[]> {
  const people = await tx.prisma.user.findMany({
    where: { status: 'active', role: { in: inCharge } },
    orderBy: { createdAt: 'asc' },
    take: mostTold,
    select: { id: true },
  })
  const { id, name, budget } = campaign
  const params = { campaignId: formatId('campaign', id), name, percent: usedPercent(campaign), isEnded }
  for (const { id: userId } of people) {
    // A budget that was raised runs low once more.
    const key = `campaign_budget_low:${id}:${budget}:${isEnded ? 'ended' : 'low'}:${userId}`
    await notify(tx, { userId, event: { kind: 'campaign_budget_low', params }, key })
  }
  return people.map(({ id: userId }) => userId)
}
