import type { Grants } from '../roles.ts'

export const accountsPermissions = {
  'user:read': ['operator', 'finance'],
  'user:suspend': [],
  'user:role': [],
} as const satisfies Grants
