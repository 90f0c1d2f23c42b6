import Undo2 from 'lucide-solid/icons/undo-2'
import type { OperatorEntry } from '../../menu.ts'

export const moneyRefundsMenu: OperatorEntry = {
  to: '/money-refunds',
  title: { zh: '退款', en: 'Refunds' },
  icon: Undo2,
  permission: 'refund:read',
}
