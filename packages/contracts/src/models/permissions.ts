import type { Grants } from '../roles.ts'

export const modelsPermissions = { 'model:read': ['operator'], 'model:write': [] } as const satisfies Grants
