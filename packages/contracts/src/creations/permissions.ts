import type { Grants } from '../roles.ts'

export const creationsPermissions = { 'creation:read': ['operator'] } as const satisfies Grants
