import type { couponsErrors } from './errors.ts'

export const couponsErrorsZh = {
  COUPON_NOT_FOUND: '没有这张优惠券。请刷新券包查看。',
  COUPON_CHANGED: '这个优惠券刚被别人改过，你的修改没有保存。请刷新后再改。',
  COUPON_TERMS_FIXED: '优惠券启用之后，面额、门槛、范围、有效期和发放对象不能再改，什么都没有保存。需要时请新建一个。',
  COUPON_LIMITS_ONLY_GROW: '优惠券启用之后，总量和每人限领只能调高，什么都没有保存。',
  COUPON_STATUS_UNFIT: '优惠券现在的状态不能这样改，什么都没有保存。请刷新后再试。',
  COUPON_NAMED: '有活动或推广规则用到这个优惠券，没有删除。不再发放的话，请把它结束。',
  COUPON_NOT_DRAFT: '只有草稿能删除，这个优惠券没有动。不再发放的话，请把它结束。',
  COUPON_NOT_ACTIVE: '这个优惠券没有在发放，没有改动，也没有发。请先启用它。',
  COUPON_NOT_CLAIMABLE: '这张优惠券现在不能领取。请看看别的券。',
  COUPON_NOT_FOR_YOU: '你不在这张优惠券的发放对象里，没有领取。',
  COUPON_SOLD_OUT: '已经领完了，没有领到。',
  COUPON_LIMIT_REACHED: '每人限领 {{ limit }} 张，你已经领过了。',
  COUPON_EXPIRED: '这张优惠券已经过期，没有使用。请换一张，或不用券。',
  COUPON_NOT_YET_VALID: '这张优惠券还没到使用时间，没有使用。请换一张，或不用券。',
  COUPON_WRONG_KIND: '这张优惠券不能用在这里，没有使用。请换一张，或不用券。',
  COUPON_BELOW_THRESHOLD: '满 {{ threshold }} 元才能用这张优惠券，没有使用。请换一张，或不用券。',
  COUPON_HELD: '这张优惠券正被另一个没付的订单占用。请先付款，或取消那个订单。',
  COUPON_USED: '这张优惠券已经用过了。请换一张，或不用券。',
  COUPON_VOIDED: '这张优惠券已被作废，没有使用。请换一张，或联系客服。',
  COUPON_ISSUE_NOT_FOUND: '没有这次发放，什么都没有改。请刷新查看。',
} satisfies Record<keyof typeof couponsErrors, string>
