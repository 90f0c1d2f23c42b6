import HandCoins from 'lucide-solid/icons/hand-coins'
import type { OperatorEntry } from '../../menu.ts'

export const withdrawalsMenu: OperatorEntry = {
  to: '/withdrawals',
  title: { zh: '提现', en: 'Withdrawals' },
  icon: HandCoins,
  permission: 'withdrawal:read',
}
