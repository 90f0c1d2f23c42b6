import type { Grants } from '../roles.ts'

export const auditPermissions = {
  /** What was done about money; `moneyActions` says which. */
  'audit:money': ['finance'],
  'audit:read': [],
} as const satisfies Grants
