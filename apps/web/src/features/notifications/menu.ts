import Bell from 'lucide-solid/icons/bell'
import type { CreatorEntry } from '../../menu.ts'

export const messagesMenu: CreatorEntry = {
  to: '/messages',
  title: { zh: '消息', en: 'Messages' },
  icon: Bell,
  group: 'account',
}
