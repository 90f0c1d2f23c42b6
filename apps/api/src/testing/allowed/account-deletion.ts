import type { Allowed } from '../allowed.ts'

export const allowed: Allowed = {
  'accountDeletion.ofUser': ['operator', 'finance', 'admin'],
  'accountDeletion.start': ['operator', 'admin'],
  'accountDeletion.takeBack': ['operator', 'admin'],
}
