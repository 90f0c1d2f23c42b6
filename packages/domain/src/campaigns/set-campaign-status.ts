import type { CampaignRowDto } from '@mozhou/contracts/campaigns/admin-answers'
import type { SetCampaignStatusInput } from '@mozhou/contracts/campaigns/admin-inputs'
import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { Actor } from '../audit/actor.ts'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import type { DomainContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { transition } from './campaign-rules.ts'
import { shownOf, toCampaignRow } from './campaign-row-dto.ts'
import { readCampaign } from './campaign-state.ts'
import { invalidateOpenCampaigns } from './open-campaigns.ts'
import { refuseIdleRule } from './refuse-idle-rule.ts'

/**
 * Starts, pauses, resumes or ends. What orders hold of a campaign that is paused or over is honoured.
 * @throws AppError CAMPAIGN_NOT_FOUND, CAMPAIGN_ENDED when its time is over, CAMPAIGN_TRANSITION_UNFIT, COUPON_NOT_ACTIVE for one that
 *   would give a coupon which is given to nobody
 */
export async function setCampaignStatus(
  ctx: DomainContext,
  { campaignId: id, status, actor }: SetCampaignStatusInput & { actor: Actor },
): Promise<CampaignRowDto> {
  const after = await inTransaction(ctx, async (tx) => {
    const before = await readCampaign(tx, id)
    if (!before) throw new AppError('CAMPAIGN_NOT_FOUND')
    const action = transition(before.status, status)
    if (action === null) throw new AppError('CAMPAIGN_TRANSITION_UNFIT')
    const now = tx.clock.now()
    if (status === 'running' && before.endsAt <= now) throw new AppError('CAMPAIGN_ENDED')
    if (status === 'running') await refuseIdleRule(tx, before.rule)
    const { count } = await tx.prisma.campaign.updateMany({
      where: { id, status: before.status },
      data: {
        status,
        version: { increment: 1 },
        updatedAt: now,
        ...(status === 'ended' && { endReason: 'hand', endedAt: now }),
      },
    })
    const changed = await readCampaign(tx, id)
    if (count === 0 || !changed) throw new AppError('CAMPAIGN_TRANSITION_UNFIT')
    await writeAuditRow(tx, {
      actorId: actor.userId,
      permission: 'campaign:write',
      action,
      target: formatId('campaign', id),
      before: shownOf(before),
      after: shownOf(changed),
      requestId: actor.requestId,
    })
    return changed
  })
  await invalidateOpenCampaigns(ctx)
  return toCampaignRow(after)
}
