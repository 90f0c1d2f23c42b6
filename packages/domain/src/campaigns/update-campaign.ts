import type { CampaignRowDto } from '@mozhou/contracts/campaigns/admin-answers'
import type { UpdateCampaignInput } from '@mozhou/contracts/campaigns/admin-inputs'
import { unitOf } from '@mozhou/contracts/campaigns/rule'
import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { Actor } from '../audit/actor.ts'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import type { DomainContext, TxContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { shownOf, toCampaignRow } from './campaign-row-dto.ts'
import { readCampaign } from './campaign-state.ts'
import type { CampaignState } from './campaign-state.ts'
import { refuseBackwards } from './create-campaign.ts'
import { invalidateOpenCampaigns } from './open-campaigns.ts'
import { refuseIdleRule } from './refuse-idle-rule.ts'
import { writeRule } from './write-rule.ts'

type Changes = UpdateCampaignInput['changes']

/**
 * Changes a campaign that has not ended. Another rule, audience or limit is a new version: whoever took part keeps theirs.
 * @throws AppError CAMPAIGN_NOT_FOUND, CAMPAIGN_ENDED, CAMPAIGN_CHANGED, CAMPAIGN_KIND_FIXED, CAMPAIGN_BUDGET_TOO_SMALL {least},
 *   VALIDATION_FAILED {field: endsAt}, and what `writeRule` throws
 */
export async function updateCampaign(
  ctx: DomainContext,
  { campaignId: id, changes, actor }: UpdateCampaignInput & { actor: Actor },
): Promise<CampaignRowDto> {
  const after = await inTransaction(ctx, async (tx) => {
    const before = await readCampaign(tx, id)
    if (!before) throw new AppError('CAMPAIGN_NOT_FOUND')
    refuseUnfit(before, changes)
    const ruleVersion = await writeNewRule(tx, before, changes, actor)
    const { name, description, startsAt, endsAt } = changes
    const { count } = await tx.prisma.campaign.updateMany({
      where: { id, version: changes.version, status: { not: 'ended' } },
      data: {
        ruleVersion,
        version: { increment: 1 },
        updatedAt: tx.clock.now(),
        ...(name !== undefined && { name }),
        ...(description !== undefined && { description }),
        ...(startsAt !== undefined && { startsAt }),
        ...(endsAt !== undefined && { endsAt }),
      },
    })
    if (count === 0) throw new AppError('CAMPAIGN_CHANGED')
    if (changes.budget !== undefined) await setBudget(tx, id, changes.budget)
    const changed = await readCampaign(tx, id)
    if (!changed) throw new AppError('CAMPAIGN_NOT_FOUND')
    await writeAuditRow(tx, {
      actorId: actor.userId,
      permission: 'campaign:write',
      action: 'campaign.update',
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

function refuseUnfit(before: CampaignState, { rule, version, startsAt, endsAt }: Changes): void {
  if (before.status === 'ended') throw new AppError('CAMPAIGN_ENDED')
  if (before.version !== version) throw new AppError('CAMPAIGN_CHANGED')
  if (rule && (rule.kind !== before.kind || unitOf(rule) !== before.unit)) throw new AppError('CAMPAIGN_KIND_FIXED')
  refuseBackwards(startsAt ?? before.startsAt, endsAt ?? before.endsAt)
}

/** The version that holds from now on: the present one where nothing of it changes. */
async function writeNewRule(
  tx: TxContext,
  before: CampaignState,
  { rule, limits, audience }: Changes,
  actor: Actor,
): Promise<number> {
  if (rule === undefined && limits === undefined && audience === undefined) return before.ruleVersion
  if (rule !== undefined && before.status !== 'draft') await refuseIdleRule(tx, rule)
  const version = before.ruleVersion + 1
  // Whoever writes a version at the same time is refused by its number, and by that of the campaign.
  await tx.prisma
    .$queryRaw`SELECT 1 FROM campaigns WHERE id = ${before.id}::uuid AND version = ${before.version} FOR NO KEY UPDATE`
  const isTaken = await tx.prisma.campaignRule.count({ where: { campaignId: before.id, version } })
  if (isTaken > 0) throw new AppError('CAMPAIGN_CHANGED')
  await writeRule(tx, {
    campaignId: before.id,
    version,
    rule: rule ?? before.rule,
    limits: limits ?? before.limits,
    audience: audience ?? { kept: before.audience, fromVersion: before.ruleVersion },
    createdById: actor.userId,
  })
  return version
}

/** Never below what is gone or held; the alarm is for the new one. */
async function setBudget(tx: TxContext, id: string, total: number): Promise<void> {
  const set = await tx.prisma.$executeRaw`
    UPDATE campaign_budgets SET total = ${total}::int, alarmed_at = CASE WHEN total = ${total}::int THEN alarmed_at END
    WHERE campaign_id = ${id}::uuid AND reserved::bigint + spent <= ${total}`
  if (set === 1) return
  const budget = await tx.prisma.campaignBudget.findUniqueOrThrow({
    where: { campaignId: id },
    select: { reserved: true, spent: true },
  })
  throw new AppError('CAMPAIGN_BUDGET_TOO_SMALL', { field: 'budget', least: budget.reserved + budget.spent })
}
