import type { Allowed } from '../allowed.ts'

export const allowed: Allowed = {
  'workflows.running': ['operator', 'finance', 'admin'],
  'workflows.acknowledge': ['operator', 'finance', 'admin'],
}
