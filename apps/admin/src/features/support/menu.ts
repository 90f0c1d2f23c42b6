import Headset from 'lucide-solid/icons/headset'
import type { OperatorEntry } from '../../menu.ts'

export const supportMenu: OperatorEntry = {
  to: '/support',
  title: { zh: '客服', en: 'Support' },
  icon: Headset,
  permission: 'support:answer',
}
