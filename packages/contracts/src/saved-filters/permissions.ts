import type { Grants } from '../roles.ts'

/** Keeping the filters of a list under a name: one's own, whichever list one may see. */
export const savedFiltersPermissions = { 'filter:own': ['operator', 'finance'] } as const satisfies Grants
