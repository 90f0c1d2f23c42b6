import type { Grants } from '../roles.ts'

export const featuresPermissions = {
  'feature:read': ['operator'],
  'feature:write': ['operator'],
} as const satisfies Grants
