import type { CampaignDto } from '@mozhou/contracts/campaigns/answers'
import { formatId } from '@mozhou/contracts/ids'
import type { DomainContext } from '../context.ts'
import { isTakenByHand, shownStatus, whyNotOnceMore, whyNotRunning } from './campaign-rules.ts'
import type { CampaignState } from './campaign-state.ts'
import { couponOf } from './coupon-of.ts'
import { couponHindrance } from './give-campaign-coupon.ts'
import { readStanding } from './read-standing.ts'

/** A campaign as one person sees it, with where they stand. */
export async function toCampaignDto(ctx: DomainContext, campaign: CampaignState, userId: string): Promise<CampaignDto> {
  const now = ctx.clock.now()
  const { isMeant, times, timesToday, received } = await readStanding(ctx, campaign, userId)
  const { id, kind, name, description, unit, rule, limits, audience } = campaign
  const own =
    whyNotRunning(campaign, now) ??
    (isTakenByHand(rule) ? whyNotOnceMore(campaign, { isMeant, times, timesToday }) : null)
  const refusal =
    own?.code ?? (isMeant ? await couponHindrance(ctx, { rule, userId }) : ('CAMPAIGN_NOT_FOR_YOU' as const))
  return {
    id: formatId('campaign', id),
    kind,
    name,
    description,
    status: shownStatus(campaign, now),
    startsAt: campaign.startsAt.toISOString(),
    endsAt: campaign.endsAt.toISOString(),
    unit,
    rule,
    limits,
    audience: audience.kind === 'segment' ? { kind: 'segment' } : audience,
    coupon: await couponOf(ctx, rule),
    // A draft is shown to nobody.
    mine: {
      refusal: refusal === 'CAMPAIGN_NOT_FOUND' ? null : refusal,
      times,
      timesToday,
      received,
    },
  }
}
