import type { Grants } from '../roles.ts'

export const promptsPermissions = { 'prompt:read': ['operator'], 'prompt:write': [] } as const satisfies Grants
