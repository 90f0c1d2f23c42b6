import Gift from 'lucide-solid/icons/gift'
import type { OperatorEntry } from '../../menu.ts'

export const campaignsMenu: OperatorEntry = {
  to: '/campaigns',
  title: { zh: '活动', en: 'Campaigns' },
  icon: Gift,
  permission: 'campaign:read',
}
