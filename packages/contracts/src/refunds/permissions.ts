import type { Grants } from '../roles.ts'

export const refundsPermissions = { 'refund:read': ['finance'], 'refund:decide': ['finance'] } as const satisfies Grants
