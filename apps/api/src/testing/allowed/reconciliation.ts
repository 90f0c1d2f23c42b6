import type { Allowed } from '../allowed.ts'

export const allowed: Allowed = {
  'reconciliation.bills': ['finance', 'admin'],
  'reconciliation.bill': ['finance', 'admin'],
  'reconciliation.credited': ['finance', 'admin'],
  'reconciliation.run': ['finance', 'admin'],
  'reconciliation.resolve': ['finance', 'admin'],
}
