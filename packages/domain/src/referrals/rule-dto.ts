import { formatId } from '@mozhou/contracts/ids'
import type { ReferralRuleDto } from '@mozhou/contracts/referrals/answers'
import type { Prisma } from '@mozhou/db/client'
import { couponOf } from '../referral-rules/rule-in-force.ts'
import { storedRuleForm, storedRuleStatus, storedWindow } from '../referral-rules/stored-referrals.ts'

export const ruleInclude = {
  proposedBy: { select: { username: true } },
  decidedBy: { select: { username: true } },
  coupon: { select: { name: true } },
} as const satisfies Prisma.ReferralRuleInclude

type RuleRow = Prisma.ReferralRuleGetPayload<{ include: typeof ruleInclude }>

export function toRuleDto(row: RuleRow, seen: { inForceId: string | null; actorId: string }): ReferralRuleDto {
  const { version, welcomeCredits, ratesBp, windowCount, holdDays, expireDays, isReviewed, signupsPerDay } = row
  const { refundShareBp, lawText, note, decisionNote } = row
  const numbers = { version, welcomeCredits, ratesBp, windowCount, holdDays, expireDays, isReviewed, signupsPerDay }
  return {
    ...numbers,
    id: formatId('referralRule', row.id),
    status: storedRuleStatus(row.status),
    isInForce: row.id === seen.inForceId,
    form: storedRuleForm(row.form),
    coupon: couponOf(row),
    window: storedWindow(row.window),
    refundShareBp,
    lawText,
    note,
    decisionNote,
    inForceFrom: row.inForceFrom.toISOString(),
    proposedBy: row.proposedBy?.username ?? null,
    isMine: row.proposedById === seen.actorId,
    proposedAt: row.proposedAt.toISOString(),
    decidedBy: row.decidedBy?.username ?? null,
    decidedAt: row.decidedAt?.toISOString() ?? null,
  }
}
