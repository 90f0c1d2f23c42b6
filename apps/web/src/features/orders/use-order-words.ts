import type { OrderDto } from '@mozhou/contracts/orders/answers'
import { useI18n } from './words.ts'

/** What an order is of, in words: `充值 500 积分`, `季度会员`. */
export function useOrderWords(): (order: OrderDto) => string {
  const { t, number } = useI18n()
  return ({ kind, credits, plan }) =>
    kind === 'recharge'
      ? t('orders.rechargeOf', number(credits ?? 0))
      : t('orders.membershipOf', plan?.name ?? t('orders.kindMembership'))
}
