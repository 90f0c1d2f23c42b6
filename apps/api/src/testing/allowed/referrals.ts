import type { Allowed } from '../allowed.ts'

const both = ['operator', 'finance', 'admin'] as const
const money = ['finance', 'admin'] as const

export const allowed: Allowed = {
  'referrals.statistics': both,
  'referrals.list': both,
  'referrals.one': both,
  'referrals.batches': both,
  'referrals.approve': money,
  'referrals.reject': money,
  'referrals.payInCredits': money,
  'referrals.payOut': money,
  'referrals.rules': both,
  'referrals.propose': both,
  'referrals.decideRule': both,
}
