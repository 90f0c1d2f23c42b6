import FileCheck from 'lucide-solid/icons/file-check'
import type { OperatorEntry } from '../../menu.ts'

export const reconciliationMenu: OperatorEntry = {
  to: '/reconciliation',
  title: { zh: '对账', en: 'Reconciliation' },
  icon: FileCheck,
  permission: 'reconciliation:read',
}
