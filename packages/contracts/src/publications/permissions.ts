import type { Grants } from '../roles.ts'

export const publicationsPermissions = {
  'publication:read': ['operator'],
  'publication:retry': ['operator'],
} as const satisfies Grants
