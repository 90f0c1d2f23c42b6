import type { Grants } from '../roles.ts'

export const withdrawalsPermissions = {
  'withdrawal:read': ['finance'],
  'withdrawal:decide': ['finance'],
  // Names and numbers of people, for the tax office: nowhere else are they opened.
  'withdrawal:export': ['finance'],
  'withdrawal:rules': [],
} as const satisfies Grants
