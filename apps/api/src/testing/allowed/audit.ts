import type { Allowed } from '../allowed.ts'

export const allowed: Allowed = {
  'audit.list': ['finance', 'admin'],
}
