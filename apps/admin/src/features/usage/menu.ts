import ChartColumn from 'lucide-solid/icons/chart-column'
import type { OperatorEntry } from '../../menu.ts'

export const usageMenu: OperatorEntry = {
  to: '/usage',
  title: { zh: '模型用量', en: 'Model usage' },
  icon: ChartColumn,
  permission: 'usage:read',
}
