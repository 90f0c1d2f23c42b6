import type { referralsErrors } from './errors.ts'

export const referralsErrorsEn = {
  REFERRAL_LEVEL_FORBIDDEN: 'There are two levels at most; a third cannot be opened in any way. Nothing was changed.',
  REFERRAL_CAMPAIGN_RUNS:
    'The campaign “{{ name }}” raises rebates of the present form and could not keep its promise; nothing was approved. End it first.',
  REFERRAL_SHARE_TOO_HIGH: 'The levels together give more than is allowed; nothing was proposed. Lower the rates.',
  REFERRAL_LAW_TEXT_MISSING:
    'A second level needs words on the law that allows it (20 characters at least); nothing was proposed.',
  REBATE_FORM_UNAVAILABLE: 'Rebates are not given in this form at present; nothing was proposed. Use credits.',
  REBATE_COUPON_UNFIT:
    'This coupon is not being given at present, so rebates cannot be given as it; nothing was changed. Choose another, or activate it first.',
  REFERRAL_RULE_NOT_FOUND: 'There is no such version of the rules; nothing was changed. Reload and look again.',
  REFERRAL_RULE_DECIDED: 'Somebody has decided about this version already; nothing was changed. Reload and look again.',
  REFERRAL_RULE_OWN: 'Whoever proposes rules needs another person to approve them; nothing was changed.',
  REBATE_NOT_FOUND: 'There is no such rebate; nothing was changed. Reload and look again.',
  REBATE_NOT_IN_REVIEW: 'This rebate is not waiting for a decision; nothing was changed. Reload and look again.',
  REBATE_NOT_BLOCKED:
    'Only a rebate whose coupon cannot be given may be paid in credits instead; nothing was changed. Reload and look again.',
} satisfies Record<keyof typeof referralsErrors, string>
