import type { Grants } from '../roles.ts'

export const platformRulesPermissions = {
  'platform_rule:read': ['operator'],
  /** Rules of platforms, and the list of words. */
  'platform_rule:write': ['operator'],
} as const satisfies Grants
