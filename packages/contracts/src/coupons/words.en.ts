import type { couponsErrors } from './errors.ts'

export const couponsErrorsEn = {
  COUPON_NOT_FOUND: 'There is no such coupon. Reload your coupons.',
  COUPON_CHANGED: 'Somebody else has just changed this coupon; your change was not saved. Reload and make it again.',
  COUPON_TERMS_FIXED:
    'Once a coupon was active, its worth, threshold, scope, validity and audience stay as they are; nothing was saved. Make a new one instead.',
  COUPON_LIMITS_ONLY_GROW: 'Once a coupon was active, its limits can only be raised; nothing was saved.',
  COUPON_STATUS_UNFIT: 'The coupon cannot be changed like that as it stands; nothing was saved. Reload and try again.',
  COUPON_VALIDITY_OVER:
    'The last day of its validity has passed; nothing was saved or activated. Change the validity first.',
  COUPON_NAMED: 'A campaign or a rule of referrals names this coupon; it was not deleted. End the coupon instead.',
  COUPON_NOT_DRAFT: 'Only a draft can be deleted; nothing was changed. End the coupon to stop giving it.',
  COUPON_NOT_ACTIVE: 'This coupon is not being given at present; nothing was changed or issued. Activate it first.',
  COUPON_NOT_CLAIMABLE: 'This coupon cannot be claimed now. Have a look at the others.',
  COUPON_NOT_FOR_YOU: 'This coupon is for others; it was not claimed.',
  COUPON_SOLD_OUT: 'They are all gone; you got none.',
  COUPON_LIMIT_REACHED: 'You have had your {{ limit }} of this coupon already.',
  COUPON_EXPIRED: 'This coupon has expired and was not used. Choose another, or none.',
  COUPON_NOT_YET_VALID: 'This coupon is not valid yet and was not used. Choose another, or none.',
  COUPON_WRONG_KIND: 'This coupon does not fit what you order and was not used. Choose another, or none.',
  COUPON_BELOW_THRESHOLD:
    'This coupon needs an order of ¥{{ threshold }} or more and was not used. Choose another, or none.',
  COUPON_HELD: 'Another unpaid order of yours has this coupon. Pay or cancel that order first.',
  COUPON_USED: 'This coupon has been used. Choose another, or none.',
  COUPON_VOIDED: 'This coupon was voided and was not used. Choose another, or contact support.',
  COUPON_ISSUE_NOT_FOUND: 'There is no such issue of coupons; nothing was changed. Reload the page.',
} satisfies Record<keyof typeof couponsErrors, string>
