import type { OrderDto } from '@mozhou/contracts/orders/answers'
import { useI18n } from './words.ts'

/** What an order is of, in words: `充值 500 积分`, with what a campaign gives on top, `季度会员`. */
export function useOrderWords(): (order: OrderDto) => string {
  const { t, number } = useI18n()
  return ({ kind, credits, bonusCredits, plan }) => {
    if (kind === 'membership') return t('orders.membershipOf', plan?.name ?? t('orders.kindMembership'))
    return bonusCredits === 0
      ? t('orders.rechargeOf', number(credits ?? 0))
      : t('orders.rechargeWithBonus', number(credits ?? 0), number(bonusCredits))
  }
}
