import type { Allowed } from '../allowed.ts'

export const allowed: Allowed = {
  'orders.all': ['finance', 'admin'],
  'orders.detail': ['finance', 'admin'],
  'orders.csv': ['finance', 'admin'],
  'orders.notices': ['finance', 'admin'],
  'orders.resolve': ['finance', 'admin'],
  'orders.allPlans': ['operator', 'finance', 'admin'],
  'orders.updatePlan': ['admin'],
}
