import Crown from 'lucide-solid/icons/crown'
import ReceiptText from 'lucide-solid/icons/receipt-text'
import type { CreatorEntry } from '../../menu.ts'

export const membershipMenu: CreatorEntry = {
  to: '/membership',
  title: { zh: '会员', en: 'Membership' },
  icon: Crown,
  group: 'account',
}

export const ordersMenu: CreatorEntry = {
  to: '/orders',
  title: { zh: '订单', en: 'Orders' },
  icon: ReceiptText,
  group: 'account',
}
