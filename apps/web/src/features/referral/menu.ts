import Gift from 'lucide-solid/icons/gift'
import type { CreatorEntry } from '../../menu.ts'

export const referralMenu: CreatorEntry = {
  to: '/referral',
  title: { zh: '推广', en: 'Invite' },
  icon: Gift,
  group: 'account',
}
