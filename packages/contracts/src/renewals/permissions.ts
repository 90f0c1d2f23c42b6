import type { Grants } from '../roles.ts'

export const renewalsPermissions = {
  'renewal:read': ['finance'],
} as const satisfies Grants
