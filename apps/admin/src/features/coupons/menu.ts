import TicketPercent from 'lucide-solid/icons/ticket-percent'
import type { OperatorEntry } from '../../menu.ts'

export const couponsMenu: OperatorEntry = {
  to: '/coupons',
  title: { zh: '优惠券', en: 'Coupons' },
  icon: TicketPercent,
  permission: 'coupon:read',
}
