import {
  flagMoments,
  flagSeverities,
  fraudRuleKeys,
  rebateBlocks,
  rebateDecisions,
  rebateEndReasons,
  rebateForms,
  rebateLevels,
  rebateStatuses,
  ruleStatuses,
  ruleWindows,
} from '@mozhou/contracts/referrals/kinds'
import type { RebateBlock, RebateEndReason, RebateLevel } from '@mozhou/contracts/referrals/kinds'
import { storedOneOf } from '../stored.ts'

export const storedRebateStatus = storedOneOf('rebates.status', rebateStatuses)
export const storedRebateForm = storedOneOf('rebates.form', rebateForms)
export const storedRuleForm = storedOneOf('referral_rules.form', rebateForms)
export const storedRuleStatus = storedOneOf('referral_rules.status', ruleStatuses)
export const storedWindow = storedOneOf('referral_rules.window', ruleWindows)
export const storedFraudRule = storedOneOf('rebate_flags.rule', fraudRuleKeys)
export const storedSeverity = storedOneOf('rebate_flags.severity', flagSeverities)
export const storedMoment = storedOneOf('rebate_flags.moment', flagMoments)
export const storedDecision = storedOneOf('rebate_decisions.decision', rebateDecisions)

const endReason = storedOneOf('rebates.end_reason', rebateEndReasons)
export const storedEndReason = (value: string | null): RebateEndReason | null =>
  value === null ? null : endReason(value)

const blockReason = storedOneOf('rebates.block_reason', rebateBlocks)
export const storedBlockReason = (value: string | null): RebateBlock | null =>
  value === null ? null : blockReason(value)

/** @throws Error for a level that this version does not know */
export function storedLevel(value: number): RebateLevel {
  const level = rebateLevels.find((known) => known === value)
  if (level === undefined) throw new Error(`rebates.level holds ${value}, which this version does not know`)
  return level
}
