import type { CampaignRowDto } from '@mozhou/contracts/campaigns/admin-answers'
import type { CreateCampaignInput } from '@mozhou/contracts/campaigns/admin-inputs'
import { unitOf } from '@mozhou/contracts/campaigns/rule'
import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { Actor } from '../audit/actor.ts'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import type { DomainContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { shownOf, toCampaignRow } from './campaign-row-dto.ts'
import { readCampaign } from './campaign-state.ts'
import { writeRule } from './write-rule.ts'

/**
 * A draft that nobody sees until it is started.
 * @throws AppError VALIDATION_FAILED {field: endsAt}, and what `writeRule` throws
 */
export function createCampaign(
  ctx: DomainContext,
  { actor, ...input }: CreateCampaignInput & { actor: Actor },
): Promise<CampaignRowDto> {
  const { name, description, startsAt, endsAt, budget, rule, limits, audience } = input
  refuseBackwards(startsAt, endsAt)
  return inTransaction(ctx, async (tx) => {
    const id = tx.newId()
    const now = tx.clock.now()
    await tx.prisma.campaign.create({
      data: {
        id,
        kind: rule.kind,
        name,
        description,
        startsAt,
        endsAt,
        createdById: actor.userId,
        createdAt: now,
        updatedAt: now,
        budget: { create: { unit: unitOf(rule), total: budget } },
      },
      select: { id: true },
    })
    await writeRule(tx, { campaignId: id, version: 1, rule, limits, audience, createdById: actor.userId })
    const made = await readCampaign(tx, id)
    if (!made) throw new Error(`campaign ${id} is not there in its own transaction`)
    await writeAuditRow(tx, {
      actorId: actor.userId,
      permission: 'campaign:write',
      action: 'campaign.create',
      target: formatId('campaign', id),
      after: shownOf(made),
      requestId: actor.requestId,
    })
    return toCampaignRow(made)
  })
}

export function refuseBackwards(startsAt: string | Date, endsAt: string | Date): void {
  if (new Date(startsAt) >= new Date(endsAt))
    throw new AppError('VALIDATION_FAILED', { field: 'endsAt', rule: 'after_from' })
}
