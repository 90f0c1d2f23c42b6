import type { ParticipationDto } from '@mozhou/contracts/campaigns/answers'
import type { BudgetUnit } from '@mozhou/contracts/campaigns/kinds'
import { formatId } from '@mozhou/contracts/ids'
import type { CampaignRule } from '@mozhou/contracts/campaigns/rule'
import { expiryOf } from './post-rewards.ts'
import { giftDaysOf } from './rewards-of.ts'
import { storedRewardPart } from './stored.ts'

export const participationSelect = {
  id: true,
  campaignId: true,
  ruleVersion: true,
  day: true,
  streak: true,
  cost: true,
  createdAt: true,
  rewards: {
    select: { part: true, amount: true, days: true, userCoupon: { select: { id: true, validUntil: true } } },
    orderBy: { part: 'asc' },
  },
} as const

interface ParticipationRow {
  id: string
  campaignId: string
  ruleVersion: number
  day: Date
  streak: number | null
  cost: number
  createdAt: Date
  rewards: {
    part: string
    amount: number
    days: number | null
    userCoupon: { id: string; validUntil: Date } | null
  }[]
}

export function toParticipationDto(
  row: ParticipationRow,
  { unit, rule, isRepeat }: { unit: BudgetUnit; rule: CampaignRule; isRepeat: boolean },
): ParticipationDto {
  const coupon = row.rewards.find(({ userCoupon }) => userCoupon !== null)?.userCoupon ?? null
  return {
    id: formatId('participation', row.id),
    campaignId: formatId('campaign', row.campaignId),
    day: row.day.toISOString().slice(0, 10),
    streak: row.streak,
    ruleVersion: row.ruleVersion,
    unit,
    amount: row.cost,
    rewards: row.rewards.map(({ part, amount, days }) => ({ part: storedRewardPart(part), amount, days })),
    userCouponId: coupon && formatId('userCoupon', coupon.id),
    expiresAt: coupon?.validUntil.toISOString() ?? expiryOf(row.createdAt, giftDaysOf(rule)),
    createdAt: row.createdAt.toISOString(),
    isRepeat,
  }
}
