import type { Grants } from '../roles.ts'

export const withdrawalsPermissions = {
  'withdrawal:read': ['finance'],
  'withdrawal:decide': ['finance'],
  'withdrawal:rules': [],
} as const satisfies Grants
