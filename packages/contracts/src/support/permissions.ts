import type { Grants } from '../roles.ts'

/** Finance answers what concerns payments. */
export const supportPermissions = { 'support:answer': ['operator', 'finance'] } as const satisfies Grants
