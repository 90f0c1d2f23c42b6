import type { CheckInsDto } from '@mozhou/contracts/campaigns/answers'
import type { CheckInsInput } from '@mozhou/contracts/campaigns/inputs'
import { AppError } from '@mozhou/contracts/errors'
import type { DomainContext } from '../context.ts'
import { dayOf, dayStart } from '../shanghai-day.ts'
import { readCampaign } from './campaign-state.ts'
import { creditsForDay, milestoneFor, runUpTo } from './check-in-rules.ts'

/**
 * A month of somebody's check-ins, how long their run is, and what the next day gives.
 * @throws AppError CAMPAIGN_NOT_FOUND, also for a campaign that is no check-in
 */
export async function listCheckIns(
  ctx: DomainContext,
  { campaignId, userId, day }: CheckInsInput & { userId: string },
): Promise<CheckInsDto> {
  const campaign = await readCampaign(ctx, campaignId)
  if (!campaign || campaign.status === 'draft' || campaign.rule.kind !== 'check_in')
    throw new AppError('CAMPAIGN_NOT_FOUND')
  const today = dayOf(ctx.clock.now())
  const { from, to } = monthOf(day ?? today)
  const rows = await ctx.prisma.campaignParticipation.findMany({
    where: { campaignId, userId, checkInDay: { not: null } },
    orderBy: { checkInDay: 'asc' },
    select: {
      day: true,
      cost: true,
      streak: true,
      rewards: { where: { part: 'milestone' }, select: { amount: true } },
    },
  })
  const days = rows.map((row) => row.day.toISOString().slice(0, 10))
  const isCheckedIn = days.at(-1) === today
  const run = runUpTo(days, isCheckedIn ? today : previous(today))
  return {
    today,
    isCheckedIn,
    streak: run,
    from,
    to,
    days: rows.flatMap(({ day: at, cost, streak, rewards }) => {
      const shown = at.toISOString().slice(0, 10)
      if (shown < from || shown > to) return []
      const milestone = rewards[0]?.amount ?? 0
      return [{ day: shown, streak: streak ?? 1, credits: cost - milestone, milestone }]
    }),
    next: {
      day: isCheckedIn ? dayOf(dayStart(today, 1)) : today,
      credits: creditsForDay(campaign.rule, run + 1),
      milestone: milestoneFor(campaign.rule, run + 1),
    },
  }
}

const previous = (day: string) => dayOf(dayStart(day, -1))

/** First and last day of the month that a day lies in. */
function monthOf(day: string): { from: string; to: string } {
  const from = `${day.slice(0, 7)}-01`
  const [year = 0, month = 0] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return { from, to: `${day.slice(0, 7)}-${String(last).padStart(2, '0')}` }
}
