import type { ReferralRuleDto } from '@mozhou/contracts/referrals/answers'
import type { RebateForm, RuleWindow } from '@mozhou/contracts/referrals/kinds'

/** As the boxes hold it: rates in per cent, the day on Shanghai's calendar. */
export interface RuleValues {
  rate1: number
  hasSecond: boolean
  rate2: number
  lawText: string
  welcomeCredits: number
  form: RebateForm
  /** Empty until one is chosen. */
  couponId: string
  couponCredits: number
  window: RuleWindow
  windowCount: number
  holdDays: number
  expireDays: number
  isReviewed: boolean
  signupsPerDay: number
  refundShare: number
  day: string
  note: string
}

const toBp = (percent: number) => Math.round(percent * 100)

export function toProposal(values: RuleValues) {
  const { rate1, hasSecond, rate2, lawText, refundShare, day, windowCount, couponId, couponCredits, ...rest } = values
  return {
    ...rest,
    ratesBp: hasSecond ? [toBp(rate1), toBp(rate2)] : [toBp(rate1)],
    ...(hasSecond && { lawText }),
    ...(rest.form === 'coupon' && { couponCredits, ...(couponId !== '' && { couponId }) }),
    ...(rest.window === 'first_order' ? {} : { windowCount }),
    refundShareBp: toBp(refundShare),
    inForceFrom: `${day}T00:00:00+08:00`,
  }
}

/** What is in force now, for whoever changes a part of it. */
export function valuesOf(rule: ReferralRuleDto | undefined, today: string): RuleValues {
  const [rate1 = 1_000, rate2 = 0] = rule?.ratesBp ?? []
  return {
    rate1: rate1 / 100,
    hasSecond: (rule?.ratesBp.length ?? 1) > 1,
    rate2: rate2 / 100,
    lawText: rule?.lawText ?? '',
    welcomeCredits: rule?.welcomeCredits ?? 20,
    form: rule?.form ?? 'credits',
    couponId: rule?.coupon?.id ?? '',
    couponCredits: rule?.coupon?.credits ?? 50,
    window: rule?.window ?? 'first_order',
    windowCount: rule?.windowCount ?? 1,
    holdDays: rule?.holdDays ?? 15,
    expireDays: rule?.expireDays ?? 90,
    isReviewed: rule?.isReviewed ?? false,
    signupsPerDay: rule?.signupsPerDay ?? 20,
    refundShare: (rule?.refundShareBp ?? 5_000) / 100,
    day: today,
    note: '',
  }
}
