import ListChecks from 'lucide-solid/icons/list-checks'
import type { OperatorEntry } from '../../menu.ts'

export const platformRulesMenu: OperatorEntry = {
  to: '/platform-rules',
  title: { zh: '平台规则', en: 'Platform rules' },
  icon: ListChecks,
  permission: 'platform_rule:read',
}
