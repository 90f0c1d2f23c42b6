import type { RewardSumDto } from '@mozhou/contracts/referrals/answers'
import type { RebateForm } from '@mozhou/contracts/referrals/kinds'
import { useQuery } from '@mozhou/ui/api/use-query'
import { myCode } from './queries.ts'
import { useI18n } from './words.ts'

/** Amounts as people read them: credits, money, coupons, or what there is of them. */
export function useSumWords() {
  const { t, number, money } = useI18n()
  const amount = (form: RebateForm, value: number): string => {
    switch (form) {
      case 'cash':
        return money(value)
      case 'credits':
        return t('referral.credits', number(value))
      case 'coupon':
        return t('referral.coupons', number(value))
    }
  }
  /** Nothing is nothing of what the rules give at present. */
  const code = useQuery(() => myCode())
  const sum = ({ credits, cashFen, coupons }: RewardSumDto) => {
    const parts = [
      ...(credits === 0 ? [] : [amount('credits', credits)]),
      ...(cashFen === 0 ? [] : [amount('cash', cashFen)]),
      ...(coupons === 0 ? [] : [amount('coupon', coupons)]),
    ]
    return parts.length === 0 ? amount(code.data?.offer?.form ?? 'credits', 0) : parts.join(' · ')
  }
  return { amount, sum }
}
