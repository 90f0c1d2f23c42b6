import type { RewardSumDto } from '@mozhou/contracts/referrals/answers'
import type { RebateForm } from '@mozhou/contracts/referrals/kinds'
import { useI18n } from './words.ts'

/** Amounts as people read them: credits, money, or both where there is both. */
export function useSumWords() {
  const { t, number, money } = useI18n()
  const amount = (form: RebateForm, value: number) =>
    form === 'cash' ? money(value) : t('referral.credits', number(value))
  const sum = ({ credits, cashFen }: RewardSumDto) =>
    cashFen === 0
      ? amount('credits', credits)
      : credits === 0
        ? amount('cash', cashFen)
        : `${amount('credits', credits)} · ${amount('cash', cashFen)}`
  return { amount, sum }
}
