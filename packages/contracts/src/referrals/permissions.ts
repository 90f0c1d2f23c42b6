import type { Grants } from '../roles.ts'

/** Operators say what an invitation is worth and see what became of it; what is held, and why, is finance's. */
export const referralsPermissions = {
  'referral:read': ['operator', 'finance'],
  'referral:rules': ['operator', 'finance'],
  'rebate:review': ['finance'],
} as const satisfies Grants
