import type { Grants } from '../roles.ts'

export const paymentsPermissions = {
  'channel:read': ['finance'],
  'channel:write': [],
} as const satisfies Grants
