import type { RewardSumDto } from '@mozhou/contracts/referrals/answers'
import type { RebateForm } from '@mozhou/contracts/referrals/kinds'
import { useI18n } from './words.ts'

/** Amounts as people read them: credits, money, coupons, or what there is of them. */
export function useSumWords() {
  const { t, number, money } = useI18n()
  const amount = (form: RebateForm, value: number): string => {
    switch (form) {
      case 'cash':
        return money(value)
      case 'credits':
        return t('rebates.credits', number(value))
      case 'coupon':
        return t('rebates.coupons', number(value))
    }
  }
  const sum = ({ credits, cashFen, coupons }: RewardSumDto) => {
    const parts = [
      ...(credits === 0 ? [] : [amount('credits', credits)]),
      ...(cashFen === 0 ? [] : [amount('cash', cashFen)]),
      ...(coupons === 0 ? [] : [amount('coupon', coupons)]),
    ]
    return parts.length === 0 ? amount('credits', 0) : parts.join(' · ')
  }
  return { amount, sum }
}
