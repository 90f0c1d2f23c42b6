import type { CampaignTarget, ShownStatus, StandingRefusal } from '@mozhou/contracts/campaigns/kinds'
import type { CampaignRule } from '@mozhou/contracts/campaigns/rule'
import type { ErrorParams } from '@mozhou/contracts/errors'
import type { AuditAction } from '@mozhou/contracts/audit/actions'
import type { CampaignState } from './campaign-state.ts'

export interface Refusal {
  code: StandingRefusal | 'CAMPAIGN_NOT_FOUND'
  params: ErrorParams
}

/** Whether a person takes part by a press; the rest takes effect by itself, at the registration, at the checkout, when somebody invited pays. */
export function isTakenByHand(rule: CampaignRule): boolean {
  switch (rule.kind) {
    case 'claim_gift':
    case 'check_in':
      return true
    case 'coupon':
      return rule.at === 'claim'
    case 'signup_gift':
    case 'recharge_offer':
    case 'referral':
      return false
  }
}

/** What everybody takes as often as they like would be one person's: such a campaign says how often. */
export function needsPersonLimit(rule: CampaignRule): boolean {
  return isTakenByHand(rule) && rule.kind !== 'check_in'
}

type Timed = Pick<CampaignState, 'status' | 'startsAt' | 'endsAt'>

/** Why nobody can take part at this moment; null when it runs. */
export function whyNotRunning({ status, startsAt, endsAt }: Timed, now: Date): Refusal | null {
  if (status === 'draft') return refusal('CAMPAIGN_NOT_FOUND')
  if (status === 'ended' || now >= endsAt) return refusal('CAMPAIGN_ENDED')
  if (status === 'paused') return refusal('CAMPAIGN_PAUSED')
  if (now < startsAt) return refusal('CAMPAIGN_NOT_BEGUN')
  return null
}

export interface Standing {
  isMeant: boolean
  times: number
  timesToday: number
}

/** Why this person cannot, once more; null when they can. */
export function whyNotOnceMore(
  { kind, limits }: Pick<CampaignState, 'kind' | 'limits'>,
  { isMeant, times, timesToday }: Standing,
): Refusal | null {
  if (!isMeant) return refusal('CAMPAIGN_NOT_FOR_YOU')
  const { perPerson, perPersonDay } = limits
  if (perPerson !== null && times >= perPerson) return refusal('CAMPAIGN_LIMIT_PERSON', { limit: perPerson })
  const perDay = kind === 'check_in' ? 1 : perPersonDay
  if (perDay !== null && timesToday >= perDay) return refusal('CAMPAIGN_LIMIT_DAY', { limit: perDay })
  return null
}

/** As a person sees it; a draft nobody sees. */
export function shownStatus({ status, startsAt, endsAt }: Timed, now: Date): ShownStatus {
  if (status === 'ended' || now >= endsAt) return 'ended'
  if (status === 'paused') return 'paused'
  return now < startsAt ? 'upcoming' : 'running'
}

/** The least that one reward of it costs: with less left than that the budget is used up. */
export function leastCost(rule: CampaignRule): number {
  switch (rule.kind) {
    case 'claim_gift':
    case 'signup_gift':
      return rule.credits
    case 'check_in':
      return Math.min(...rule.table)
    case 'recharge_offer':
      return Math.min(...rule.tiers.map(({ amount }) => amount))
    case 'coupon':
    case 'referral':
      return 1
  }
}

/** What an operator does by making it so; null where it cannot become that. */
export function transition(from: CampaignState['status'], to: CampaignTarget): AuditAction | null {
  if (to === 'ended') return from === 'running' || from === 'paused' ? 'campaign.end' : null
  if (to === 'paused') return from === 'running' ? 'campaign.pause' : null
  if (from === 'draft') return 'campaign.start'
  return from === 'paused' ? 'campaign.resume' : null
}

function refusal(code: Refusal['code'], params: ErrorParams = {}): Refusal {
  return { code, params }
}
