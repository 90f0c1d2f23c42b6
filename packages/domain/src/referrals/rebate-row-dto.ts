import { formatId } from '@mozhou/contracts/ids'
import type { RebateFlagDto, RebateRowDto } from '@mozhou/contracts/referrals/answers'
import type { Prisma } from '@mozhou/db/client'
import { z } from 'zod'
import { storedUserCouponStatus } from '../stored-columns.ts'
import {
  storedBlockReason,
  storedDecision,
  storedEndReason,
  storedFraudRule,
  storedLevel,
  storedMoment,
  storedRebateForm,
  storedRebateStatus,
  storedSeverity,
} from '../referral-rules/stored-referrals.ts'

const person = { select: { id: true, username: true } } as const

export const rebateInclude = {
  rule: { select: { version: true, coupon: { select: { id: true, name: true } } } },
  participation: { select: { campaign: { select: { id: true, name: true } } } },
  userCoupon: { select: { status: true } },
  beneficiary: person,
  referee: person,
  order: { select: { id: true, orderNo: true } },
  flags: { orderBy: { createdAt: 'asc' } },
  decisions: { orderBy: { createdAt: 'asc' }, include: { actor: { select: { username: true } } } },
} as const satisfies Prisma.RebateInclude

type RebateWithAll = Prisma.RebateGetPayload<{ include: typeof rebateInclude }>

/** `mayReview`: who may not, reads that it is looked at, and not why. */
export function toRebateRow(row: RebateWithAll, mayReview: boolean): RebateRowDto {
  const { bornAmount, amount, baseFen, rateBp } = row
  const campaign = row.participation?.campaign
  return {
    id: formatId('rebate', row.id),
    level: storedLevel(row.level),
    form: storedRebateForm(row.form),
    bornAmount,
    amount,
    baseFen,
    rateBp,
    createdAt: row.createdAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    endReason: storedEndReason(row.endReason),
    status: storedRebateStatus(row.status),
    ruleVersion: row.rule.version,
    campaign: campaign ? { id: formatId('campaign', campaign.id), name: campaign.name } : null,
    coupon: couponOf(row),
    beneficiary: toPerson(row.beneficiary),
    referee: toPerson(row.referee),
    order: { id: formatId('order', row.order.id), orderNo: row.order.orderNo },
    flags: mayReview ? row.flags.map(toFlag) : null,
    decisions: mayReview ? row.decisions.map(toDecision) : null,
  }
}

function couponOf({ couponCredits, blockReason, rule, userCoupon }: RebateWithAll): RebateRowDto['coupon'] {
  if (couponCredits === null || rule.coupon === null) return null
  return {
    id: formatId('coupon', rule.coupon.id),
    name: rule.coupon.name,
    credits: couponCredits,
    given: userCoupon && storedUserCouponStatus(userCoupon.status),
    blockReason: storedBlockReason(blockReason),
  }
}

const toPerson = ({ id, username }: { id: string; username: string }) => ({ id: formatId('user', id), username })

const factsOf = z.record(z.string(), z.union([z.string(), z.number()]))

const toFlag = ({ rule, severity, moment, facts, createdAt }: RebateWithAll['flags'][number]): RebateFlagDto => ({
  rule: storedFraudRule(rule),
  severity: storedSeverity(severity),
  moment: storedMoment(moment),
  facts: factsOf.parse(facts),
  createdAt: createdAt.toISOString(),
})

const toDecision = ({ decision, reason, actor, createdAt }: RebateWithAll['decisions'][number]) => ({
  decision: storedDecision(decision),
  reason,
  actor: actor.username,
  createdAt: createdAt.toISOString(),
})
