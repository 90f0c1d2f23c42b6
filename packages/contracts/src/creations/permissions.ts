import type { Grants } from '../roles.ts'

/** Whose works there are, by their titles; the texts stay with their owners. */
export const creationsPermissions = { 'creation:read': ['operator'] } as const satisfies Grants
