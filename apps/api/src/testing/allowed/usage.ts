import type { Allowed } from '../allowed.ts'

export const allowed: Allowed = {
  'usage.report': ['operator', 'finance', 'admin'],
  'usage.rows': ['operator', 'finance', 'admin'],
  'usage.csv': ['operator', 'finance', 'admin'],
}
