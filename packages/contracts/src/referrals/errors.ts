import { refusal } from '../error-row.ts'
import type { ErrorRow } from '../error-row.ts'

export const referralsErrors = {
  REFERRAL_LEVEL_FORBIDDEN: refusal('BAD_REQUEST', 400),
  REFERRAL_CAMPAIGN_RUNS: refusal('CONFLICT', 409),
  REFERRAL_SHARE_TOO_HIGH: refusal('BAD_REQUEST', 400),
  REFERRAL_LAW_TEXT_MISSING: refusal('BAD_REQUEST', 400),
  REBATE_FORM_UNAVAILABLE: refusal('PRECONDITION_FAILED', 412),
  REBATE_COUPON_UNFIT: refusal('PRECONDITION_FAILED', 412),
  REFERRAL_RULE_NOT_FOUND: refusal('NOT_FOUND', 404),
  REFERRAL_RULE_DECIDED: refusal('CONFLICT', 409),
  REFERRAL_RULE_OWN: refusal('FORBIDDEN', 403),
  REBATE_NOT_FOUND: refusal('NOT_FOUND', 404),
  REBATE_NOT_IN_REVIEW: refusal('CONFLICT', 409),
  REBATE_NOT_BLOCKED: refusal('CONFLICT', 409),
} satisfies Record<string, ErrorRow>
