import LayoutDashboard from 'lucide-solid/icons/layout-dashboard'
import type { OperatorEntry } from '../../menu.ts'

/** For everybody who works here; each card asks for the permission of what it counts. */
export const overviewMenu: OperatorEntry = {
  to: '/',
  title: { zh: '总览', en: 'Overview' },
  icon: LayoutDashboard,
  permission: 'user:read',
}
