import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { Actor } from '../audit/actor.ts'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import type { DomainContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { shownOf } from './campaign-row-dto.ts'
import { readCampaign } from './campaign-state.ts'

/** A draft alone: what ever ran stays to be explained. @throws AppError CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_DRAFT */
export async function removeCampaign(
  ctx: DomainContext,
  { campaignId: id, actor }: { campaignId: string; actor: Actor },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const before = await readCampaign(tx, id)
    if (!before) throw new AppError('CAMPAIGN_NOT_FOUND')
    const { count } = await tx.prisma.campaign.deleteMany({ where: { id, status: 'draft' } })
    if (count === 0) throw new AppError('CAMPAIGN_NOT_DRAFT')
    await writeAuditRow(tx, {
      actorId: actor.userId,
      permission: 'campaign:write',
      action: 'campaign.remove',
      target: formatId('campaign', id),
      before: shownOf(before),
      requestId: actor.requestId,
    })
  })
}
