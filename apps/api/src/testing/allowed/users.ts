import type { Allowed } from '../allowed.ts'

export const allowed: Allowed = {
  'users.list': ['operator', 'finance', 'admin'],
  'users.suspend': ['admin'],
  'users.reinstate': ['admin'],
  'users.setRole': ['admin'],
}
