import type { Grants } from '../roles.ts'

export const ordersPermissions = {
  'order:read': ['finance'],
  'order:resolve': ['finance'],
  'plan:read': ['operator', 'finance'],
  'plan:write': [],
} as const satisfies Grants
