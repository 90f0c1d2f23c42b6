import type { Grants } from '../roles.ts'

export const accountsPermissions = {
  'user:read': ['operator', 'finance'],
  'user:suspend': ['operator'],
  'user:role': [],
  /** Where somebody is signed in, with addresses, and ending it. */
  'user:sessions': ['operator'],
} as const satisfies Grants
