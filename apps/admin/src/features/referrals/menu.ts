import Gift from 'lucide-solid/icons/gift'
import HandCoins from 'lucide-solid/icons/hand-coins'
import Scale from 'lucide-solid/icons/scale'
import type { OperatorEntry } from '../../menu.ts'

export const referralsMenu: OperatorEntry = {
  to: '/referrals',
  title: { zh: '推广统计', en: 'Invitations' },
  icon: Gift,
  permission: 'referral:read',
}

export const rebatesMenu: OperatorEntry = {
  to: '/rebates',
  title: { zh: '返利', en: 'Rebates' },
  icon: HandCoins,
  permission: 'referral:read',
}

export const referralRulesMenu: OperatorEntry = {
  to: '/referral-rules',
  title: { zh: '返利规则', en: 'Rules of rebates' },
  icon: Scale,
  permission: 'referral:read',
}
