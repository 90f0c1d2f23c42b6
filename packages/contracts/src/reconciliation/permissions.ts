import type { Grants } from '../roles.ts'

export const reconciliationPermissions = {
  'reconciliation:read': ['finance'],
  'reconciliation:resolve': ['finance'],
} as const satisfies Grants
