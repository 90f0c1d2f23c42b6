import type { Allowed } from '../allowed.ts'

export const allowed: Allowed = {
  'renewals.all': ['finance', 'admin'],
}
