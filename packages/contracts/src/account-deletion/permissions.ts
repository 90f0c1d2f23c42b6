import type { Grants } from '../roles.ts'

export const accountDeletionPermissions = {
  /** To start the deletion of somebody's account who asked for it, and to take it back for them. */
  'user:delete': ['operator'],
} as const satisfies Grants
