import TicketPercent from 'lucide-solid/icons/ticket-percent'
import type { CreatorEntry } from '../../menu.ts'

export const couponsMenu: CreatorEntry = {
  to: '/coupons',
  title: { zh: '券包', en: 'Coupons' },
  icon: TicketPercent,
  group: 'account',
}
