import Headset from 'lucide-solid/icons/headset'
import type { CreatorEntry } from '../../menu.ts'

export const supportMenu: CreatorEntry = {
  to: '/support',
  title: { zh: '客服', en: 'Support' },
  icon: Headset,
  group: 'account',
}
