import Users from 'lucide-solid/icons/users'
import type { OperatorEntry } from '../../menu.ts'

export const usersMenu: OperatorEntry = {
  to: '/users',
  title: { zh: '用户', en: 'Users' },
  icon: Users,
  permission: 'user:read',
}
