import ClipboardList from 'lucide-solid/icons/clipboard-list'
import type { OperatorEntry } from '../../menu.ts'

export const auditMenu: OperatorEntry = {
  to: '/audit',
  title: { zh: '操作记录', en: 'Audit log' },
  icon: ClipboardList,
  permission: 'audit:money',
}
