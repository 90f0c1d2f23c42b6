import type { Allowed } from '../allowed.ts'

export const allowed: Allowed = {
  'features.all': ['operator', 'admin'],
  'features.set': ['operator', 'admin'],
}
