import type { referralsErrors } from './errors.ts'

export const referralsErrorsZh = {
  REFERRAL_LEVEL_FORBIDDEN: '返利最多两级，第三级在任何情况下都不能开，没有改动。',
  REFERRAL_CAMPAIGN_RUNS: '活动“{{ name }}”正按现在的返利形式加码，换成别的形式它就兑现不了，没有批准。请先结束活动。',
  REFERRAL_SHARE_TOO_HIGH: '各级返利合计超过了上限，没有提交。请调低比例。',
  REFERRAL_LAW_TEXT_MISSING: '开第二级要写明法律依据（至少 20 字），没有提交。',
  REBATE_FORM_UNAVAILABLE: '这种发放形式目前没有开放，没有提交。请改用积分。',
  REBATE_COUPON_UNFIT: '这张优惠券不在发放中，不能用来发返利，没有改动。请换一张，或先启用它。',
  REFERRAL_RULE_NOT_FOUND: '没有找到这个版本的规则，没有改动。请刷新后再看。',
  REFERRAL_RULE_DECIDED: '这个版本已经有人审过了，没有改动。请刷新后再看。',
  REFERRAL_RULE_OWN: '自己提交的规则要由另一个人审批，没有改动。',
  REBATE_NOT_FOUND: '没有找到这笔返利，没有改动。请刷新后再看。',
  REBATE_NOT_IN_REVIEW: '这笔返利不在审核中，没有改动。请刷新后再看。',
  REBATE_NOT_BLOCKED: '只有券发不出去的返利能改发积分，没有改动。请刷新后再看。',
} satisfies Record<keyof typeof referralsErrors, string>
