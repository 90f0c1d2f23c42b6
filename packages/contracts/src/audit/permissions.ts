import type { Grants } from '../roles.ts'

export const auditPermissions = { 'audit:read': [] } as const satisfies Grants
