import HandCoins from 'lucide-solid/icons/hand-coins'
import type { CreatorEntry } from '../../menu.ts'

export const withdrawalsMenu: CreatorEntry = {
  to: '/withdrawals',
  title: { zh: '提现', en: 'Withdrawals' },
  icon: HandCoins,
  group: 'account',
}
