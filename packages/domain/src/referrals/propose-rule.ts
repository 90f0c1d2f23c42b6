import { formatId } from '@mozhou/contracts/ids'
import type { ProposeRuleInput } from '@mozhou/contracts/referrals/inputs'
import type { Actor } from '../audit/actor.ts'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import type { DomainContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { refuseUnfitRule } from './refuse-unfit-rule.ts'

/**
 * A new version of the rules, which changes nothing until another person approves it.
 * @throws AppError REFERRAL_LEVEL_FORBIDDEN, REFERRAL_SHARE_TOO_HIGH, REFERRAL_LAW_TEXT_MISSING, REBATE_FORM_UNAVAILABLE, REBATE_COUPON_UNFIT
 */
export async function proposeRule(ctx: DomainContext, input: ProposeRuleInput & { actor: Actor }): Promise<string> {
  const { actor, windowCount, lawText: text, inForceFrom, couponId = null, couponCredits = null, ...rest } = input
  const lawText = text === undefined || text === '' ? null : text
  const terms = { ...rest, couponId, couponCredits }
  return inTransaction(ctx, async (tx) => {
    await refuseUnfitRule(tx, { ...terms, lawText })
    // Of two who propose at once, each has a number of their own.
    await tx.prisma.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('referral_rules.version'))`
    const { _max } = await tx.prisma.referralRule.aggregate({ _max: { version: true } })
    const version = (_max.version ?? 0) + 1
    const id = tx.newId()
    const proposal = { ...terms, lawText, windowCount: windowCount ?? null, inForceFrom: new Date(inForceFrom) }
    await tx.prisma.referralRule.create({
      data: { ...proposal, id, version, proposedById: actor.userId, proposedAt: tx.clock.now() },
      select: { id: true },
    })
    await writeAuditRow(tx, {
      actorId: actor.userId,
      permission: 'referral:rules',
      action: 'referral-rule.propose',
      target: formatId('referralRule', id),
      before: {},
      after: { version, ...terms, windowCount: windowCount ?? null, lawText, inForceFrom },
      requestId: actor.requestId,
    })
    return id
  })
}
