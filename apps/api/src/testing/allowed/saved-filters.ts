import type { Allowed } from '../allowed.ts'

export const allowed: Allowed = {
  'savedFilters.list': ['operator', 'finance', 'admin'],
  'savedFilters.save': ['operator', 'finance', 'admin'],
  'savedFilters.remove': ['operator', 'finance', 'admin'],
}
