import type { Allowed } from '../allowed.ts'

export const allowed: Allowed = {
  'overview.registrations': ['operator', 'finance', 'admin'],
  'overview.received': ['finance', 'admin'],
  'overview.generations': ['operator', 'finance', 'admin'],
  'overview.abnormalOrders': ['finance', 'admin'],
  'overview.refunds': ['finance', 'admin'],
  'overview.support': ['operator', 'finance', 'admin'],
  'overview.models': ['operator', 'admin'],
  'overview.queues': ['operator', 'finance', 'admin'],
  'overview.parts': ['operator', 'finance', 'admin'],
}
