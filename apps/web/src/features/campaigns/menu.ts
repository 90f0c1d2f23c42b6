import Gift from 'lucide-solid/icons/gift'
import type { CreatorEntry } from '../../menu.ts'

export const campaignsMenu: CreatorEntry = {
  to: '/campaigns',
  title: { zh: '活动', en: 'Campaigns' },
  icon: Gift,
  group: 'account',
}
