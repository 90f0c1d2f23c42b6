import type { Grants } from '../roles.ts'

export const couponsPermissions = {
  'coupon:read': ['operator', 'finance'],
  'coupon:write': ['operator'],
  'coupon:issue': ['operator'],
} as const satisfies Grants
