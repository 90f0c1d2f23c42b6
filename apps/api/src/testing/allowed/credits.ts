import type { Allowed } from '../allowed.ts'

export const allowed: Allowed = {
  'credits.adjust': ['finance', 'admin'],
  'credits.audit': ['finance', 'admin'],
  'credits.startAudit': ['finance', 'admin'],
  'credits.receipt': ['finance', 'admin'],
  'credits.userBalance': ['finance', 'admin'],
  'credits.userTransactions': ['finance', 'admin'],
  'credits.refunds': ['finance', 'admin'],
}
