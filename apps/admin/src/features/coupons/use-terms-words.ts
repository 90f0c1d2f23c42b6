import type { CouponRowDto } from '@mozhou/contracts/coupons/admin-answers'
import { useI18n } from './words.ts'

/** What a coupon is worth, for how long and for whom, in words. */
export function useTermsWords() {
  const { t, money, number, date, lastDay } = useI18n()
  return {
    worth: ({ discount, thresholdFen }: Pick<CouponRowDto, 'discount' | 'thresholdFen'>) =>
      [
        discount.kind === 'amount'
          ? t('coupons.off', money(discount.amountFen))
          : t('coupons.offPercent', number(discount.rateBp / 100)),
        ...(discount.kind === 'percent' && discount.capFen !== null ? [t('coupons.upTo', money(discount.capFen))] : []),
        thresholdFen > 0 ? t('coupons.thresholdOf', money(thresholdFen)) : t('coupons.noThreshold'),
      ].join(' · '),
    validity: ({ validity }: Pick<CouponRowDto, 'validity'>) =>
      validity.kind === 'days'
        ? t('coupons.validDays', number(validity.days))
        : t('coupons.validFromTo', date(validity.from), lastDay(validity.until)),
    audience: ({ audience }: Pick<CouponRowDto, 'audience'>) =>
      audience.kind === 'new'
        ? t('coupons.audienceNew', number(audience.days))
        : t(`coupons.audienceKindOf.${audience.kind}`),
  }
}
