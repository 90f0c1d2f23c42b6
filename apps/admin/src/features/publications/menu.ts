import HeartPulse from 'lucide-solid/icons/heart-pulse'
import Send from 'lucide-solid/icons/send'
import type { OperatorEntry } from '../../menu.ts'

export const publicationsMenu: OperatorEntry = {
  to: '/publications',
  title: { zh: '发布', en: 'Publications' },
  icon: Send,
  permission: 'publication:read',
}

export const platformHealthMenu: OperatorEntry = {
  to: '/platform-health',
  title: { zh: '平台健康', en: 'Platform health' },
  icon: HeartPulse,
  permission: 'publication:read',
}
