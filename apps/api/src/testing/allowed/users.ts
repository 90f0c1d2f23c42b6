import type { Allowed } from '../allowed.ts'

export const allowed: Allowed = {
  'users.list': ['operator', 'finance', 'admin'],
  'users.get': ['operator', 'finance', 'admin'],
  'users.sessions': ['operator', 'admin'],
  'users.endSession': ['operator', 'admin'],
  'users.endSessions': ['operator', 'admin'],
  'memberships.ofUser': ['operator', 'finance', 'admin'],
  'creations.ofUser': ['operator', 'admin'],
  'users.suspend': ['operator', 'admin'],
  'users.reinstate': ['operator', 'admin'],
  'users.setRole': ['admin'],
}
