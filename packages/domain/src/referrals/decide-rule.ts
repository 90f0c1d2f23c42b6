import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { DecideRuleInput } from '@mozhou/contracts/referrals/inputs'
import type { RebateForm } from '@mozhou/contracts/referrals/kinds'
import type { Actor } from '../audit/actor.ts'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import type { DomainContext, TxContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { refuseUnfitRule } from './refuse-unfit-rule.ts'
import { storedRuleForm } from '../referral-rules/stored-referrals.ts'

/**
 * A second person puts a version into force, or refuses it; what holds for a proposal holds again now. A day that has passed meanwhile begins
 * now: no order is reckoned by rules that were not in force when it was paid.
 * @throws AppError REFERRAL_RULE_NOT_FOUND, REFERRAL_RULE_DECIDED, REFERRAL_RULE_OWN, REFERRAL_CAMPAIGN_RUNS {name}, and what `proposeRule` throws
 */
export async function decideRule(
  ctx: DomainContext,
  { ruleId, isApproved, reason, actor }: DecideRuleInput & { actor: Actor },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await tx.prisma.$executeRaw`SELECT 1 FROM referral_rules WHERE id = ${ruleId}::uuid FOR UPDATE`
    const rule = await tx.prisma.referralRule.findUnique({ where: { id: ruleId } })
    if (rule === null) throw new AppError('REFERRAL_RULE_NOT_FOUND')
    if (rule.status !== 'proposed') throw new AppError('REFERRAL_RULE_DECIDED')
    if (isApproved && rule.proposedById === actor.userId) throw new AppError('REFERRAL_RULE_OWN')
    if (isApproved) {
      const form = storedRuleForm(rule.form)
      await refuseUnfitRule(tx, { ...rule, form })
      await refuseBesideCampaign(tx, form)
    }
    const now = tx.clock.now()
    const status = isApproved ? 'approved' : 'rejected'
    const decided = { decidedById: actor.userId, decidedAt: now, decisionNote: reason }
    const inForceFrom = isApproved && rule.inForceFrom < now ? now : rule.inForceFrom
    await tx.prisma.referralRule.update({
      where: { id: ruleId },
      data: { status, inForceFrom, ...decided },
      select: { id: true },
    })
    await writeAuditRow(tx, {
      actorId: actor.userId,
      permission: 'referral:rules',
      action: 'referral-rule.decide',
      target: formatId('referralRule', ruleId),
      before: { status: rule.status },
      after: { status, reason, version: rule.version, ratesBp: rule.ratesBp, inForceFrom: inForceFrom.toISOString() },
      requestId: actor.requestId,
    })
  })
}

/** What a campaign that runs promises of rebates of one form, rules of another would not keep. */
async function refuseBesideCampaign(tx: TxContext, form: RebateForm): Promise<void> {
  const [campaign] = await tx.prisma.$queryRaw<{ name: string }[]>`
    SELECT c.name FROM campaigns c JOIN campaign_rules r ON r.campaign_id = c.id AND r.version = c.rule_version
    WHERE c.kind = 'referral' AND c.status IN ('running', 'paused') AND c.ends_at > ${tx.clock.now()}
      AND r.rule->>'rateBp' IS NOT NULL AND r.rule->>'form' <> ${form}
    ORDER BY c.id LIMIT 1`
  if (campaign) throw new AppError('REFERRAL_CAMPAIGN_RUNS', { name: campaign.name })
}
