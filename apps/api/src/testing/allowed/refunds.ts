import type { Allowed } from '../allowed.ts'

export const allowed: Allowed = {
  'refunds.list': ['finance', 'admin'],
  'refunds.one': ['finance', 'admin'],
  'refunds.approve': ['finance', 'admin'],
  'refunds.reject': ['finance', 'admin'],
}
