import type { Allowed } from '../allowed.ts'

export const allowed: Allowed = {
  'usage.report': ['operator', 'admin'],
  'usage.rows': ['operator', 'admin'],
  'usage.csv': ['operator', 'admin'],
}
