import type { Grants } from '../roles.ts'

/** Finance sees what campaigns cost. */
export const campaignsPermissions = {
  'campaign:read': ['operator', 'finance'],
  'campaign:write': ['operator'],
} as const satisfies Grants
