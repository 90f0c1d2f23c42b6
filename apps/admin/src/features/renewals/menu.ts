import RefreshCw from 'lucide-solid/icons/refresh-cw'
import type { OperatorEntry } from '../../menu.ts'

export const renewalsMenu: OperatorEntry = {
  to: '/renewals',
  title: { zh: '自动续费', en: 'Renewals' },
  icon: RefreshCw,
  permission: 'renewal:read',
}
