import type { Allowed } from '../allowed.ts'

export const allowed: Allowed = {
  'files.spaceOf': ['operator', 'admin'],
  'files.spaceByUser': ['operator', 'admin'],
  'files.storageTotals': ['operator', 'admin'],
}
