import type { RebateRowDto } from '@mozhou/contracts/referrals/answers'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { Show } from 'solid-js'
import { useI18n } from './words.ts'

/** What a rebate that is a coupon, or was born as one, says of it. */
export function useCouponRows() {
  const { t, number } = useI18n()
  return (coupon: RebateRowDto['coupon']) =>
    coupon === null
      ? []
      : [
          { label: t('rebates.coupon'), value: coupon.name },
          { label: t('rebates.couponCredits'), value: t('rebates.credits', number(coupon.credits)) },
          ...(coupon.given === null
            ? []
            : [{ label: t('rebates.couponGiven'), value: t(`rebates.couponGivenOf.${coupon.given}`) }]),
        ]
}

/** Why the coupon could not be given when it was due, and what may be done. */
export function BlockedNote(props: { rebate: RebateRowDto }) {
  const { t, number } = useI18n()
  return (
    <Show when={props.rebate.coupon?.blockReason} keyed>
      {(reason) => (
        <Notice tone="warning" title={t('rebates.blocked', t(`rebates.blockReasonOf.${reason}`))}>
          {t('rebates.blockHint', number(props.rebate.coupon?.credits ?? 0))}
        </Notice>
      )}
    </Show>
  )
}
