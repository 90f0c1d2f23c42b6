import type { Grants } from '../roles.ts'

/** What somebody's files come to; the files stay with their owners. */
export const filesPermissions = { 'file:space': ['operator'] } as const satisfies Grants
