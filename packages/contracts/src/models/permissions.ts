import type { Grants } from '../roles.ts'

export const modelsPermissions = {
  'model:read': ['operator'],
  'model:write': [],
  /** Who called which models how often, and what that cost. */
  'usage:read': ['operator', 'finance'],
} as const satisfies Grants
