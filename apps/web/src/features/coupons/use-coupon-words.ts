import type { CouponDto, UserCouponDto } from '@mozhou/contracts/coupons/answers'
import { isErrorCode } from '@mozhou/contracts/errors'
import { useI18n } from './words.ts'

type Face = Pick<UserCouponDto, 'discount' | 'thresholdFen' | 'kind'>
type CouponRefusal = NonNullable<CouponDto['refusal']>

const standing = ['COUPON_SOLD_OUT', 'COUPON_NOT_FOR_YOU', 'COUPON_EXPIRED'] as const
const isStanding = (code: string): code is (typeof standing)[number] => standing.some((known) => known === code)

/** What a coupon is worth, for what, and why it is not, in words. */
export function useCouponWords() {
  const { t, money, number, shownError } = useI18n()
  const refusalWords = ({ code, params }: CouponRefusal) =>
    shownError({ code: isErrorCode(code) ? code : 'INTERNAL', params, requestId: null, fields: [] })
  return {
    worth: ({ discount }: Face) =>
      discount.kind === 'amount'
        ? t('coupons.off', money(discount.amountFen))
        : t('coupons.offPercent', number(discount.rateBp / 100)),
    terms: ({ discount, thresholdFen, kind }: Face) =>
      [
        thresholdFen > 0 ? t('coupons.threshold', money(thresholdFen)) : t('coupons.noThreshold'),
        ...(discount.kind === 'percent' && discount.capFen !== null ? [t('coupons.upTo', money(discount.capFen))] : []),
        t(`coupons.kindOf.${kind}`),
      ].join(' · '),
    /** Said of a coupon that nobody has tried to take yet. */
    unclaimable: (refusal: CouponRefusal) =>
      isStanding(refusal.code) ? t(`coupons.unclaimableOf.${refusal.code}`) : refusalWords(refusal),
    refusal: refusalWords,
  }
}
