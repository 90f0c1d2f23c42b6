import type { Grants } from '../roles.ts'

export const creditsPermissions = {
  'ledger:read': ['finance'],
  'ledger:adjust': ['finance'],
  'invariant:read': ['finance'],
} as const satisfies Grants
