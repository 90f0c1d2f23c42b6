import type { Allowed } from '../allowed.ts'

const money = ['finance', 'admin'] as const

export const allowed: Allowed = {
  'withdrawals.list': money,
  'withdrawals.one': money,
  'withdrawals.approve': money,
  'withdrawals.reject': money,
  'withdrawals.retry': money,
  'withdrawals.export': money,
  'withdrawals.rules': money,
  'withdrawals.saveRules': ['admin'],
}
