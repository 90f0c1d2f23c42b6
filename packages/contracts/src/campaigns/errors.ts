import { refusal } from '../error-row.ts'
import type { ErrorRow } from '../error-row.ts'

export const campaignsErrors = {
  CAMPAIGN_NOT_FOUND: refusal('NOT_FOUND', 404),
  CAMPAIGN_NOT_BEGUN: refusal('PRECONDITION_FAILED', 412),
  CAMPAIGN_PAUSED: refusal('PRECONDITION_FAILED', 412),
  CAMPAIGN_ENDED: refusal('PRECONDITION_FAILED', 412),
  CAMPAIGN_NOT_FOR_YOU: refusal('FORBIDDEN', 403),
  CAMPAIGN_LIMIT_PERSON: refusal('PRECONDITION_FAILED', 412),
  CAMPAIGN_LIMIT_DAY: refusal('PRECONDITION_FAILED', 412),
  CAMPAIGN_BUDGET_USED_UP: refusal('PRECONDITION_FAILED', 412),
  /** A gift with the registration, an offer at the checkout: nobody takes part in it by hand. */
  CAMPAIGN_NOT_BY_HAND: refusal('PRECONDITION_FAILED', 412),
  CAMPAIGN_CHANGED: refusal('CONFLICT', 409),
  CAMPAIGN_NOT_DRAFT: refusal('CONFLICT', 409),
  CAMPAIGN_TRANSITION_UNFIT: refusal('CONFLICT', 409),
  CAMPAIGN_KIND_FIXED: refusal('CONFLICT', 409),
  CAMPAIGN_BUDGET_TOO_SMALL: refusal('PRECONDITION_FAILED', 412),
  CAMPAIGN_LIST_UNKNOWN: refusal('BAD_REQUEST', 400),
  CAMPAIGN_SEGMENT_UNKNOWN: refusal('BAD_REQUEST', 400),
  /** What everybody takes by themselves has a limit for each person. */
  CAMPAIGN_LIMIT_MISSING: refusal('BAD_REQUEST', 400),
  /** More often than a person may have its coupon. */
  CAMPAIGN_LIMIT_ABOVE_COUPON: refusal('BAD_REQUEST', 400),
  CAMPAIGN_FORM_UNFIT: refusal('CONFLICT', 409),
  /** Invitations are promised more than always, not less. */
  CAMPAIGN_RATE_NOT_BETTER: refusal('BAD_REQUEST', 400),
  CAMPAIGN_COUPON_UNFIT: refusal('BAD_REQUEST', 400),
  /** Both levels of a rebate together. */
  CAMPAIGN_SHARE_TOO_HIGH: refusal('BAD_REQUEST', 400),
} satisfies Record<string, ErrorRow>
