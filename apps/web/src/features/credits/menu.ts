import Coins from 'lucide-solid/icons/coins'
import type { CreatorEntry } from '../../menu.ts'

export const creditsMenu: CreatorEntry = {
  to: '/credits',
  title: { zh: '积分', en: 'Credits' },
  icon: Coins,
  group: 'account',
}
