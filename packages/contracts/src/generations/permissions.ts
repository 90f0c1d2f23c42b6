import type { Grants } from '../roles.ts'

export const generationsPermissions = { 'workflow:read': ['operator', 'finance'] } as const satisfies Grants
