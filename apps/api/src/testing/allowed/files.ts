import type { Allowed } from '../allowed.ts'

export const allowed: Allowed = {
  'files.spaceOf': ['operator', 'admin'],
}
