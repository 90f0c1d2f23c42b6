/** Roles and what each may do; the API's guards and the admin menu both read this table. */
export const roles = ['creator', 'operator', 'finance', 'admin'] as const
export type Role = (typeof roles)[number]

export const permissions = [
  'user:read',
  'user:suspend',
  'user:role',
  'ledger:read',
  'ledger:adjust',
  'invariant:read',
  'model:read',
  'model:write',
  'prompt:read',
  'prompt:write',
  'creation:read',
  'workflow:read',
  'audit:read',
] as const
export type Permission = (typeof permissions)[number]

const grants: Record<Role, readonly Permission[]> = {
  creator: [],
  operator: ['user:read', 'creation:read', 'workflow:read', 'model:read', 'prompt:read'],
  finance: ['user:read', 'ledger:read', 'ledger:adjust', 'invariant:read', 'workflow:read'],
  admin: permissions,
}

export function permissionsOf(role: Role): readonly Permission[] {
  return grants[role]
}

export function mayDo(role: Role, permission: Permission): boolean {
  return grants[role].includes(permission)
}

/** Whoever holds any permission may sign in to the operators' app. */
export function mayUseAdmin(role: Role): boolean {
  return grants[role].length > 0
}
