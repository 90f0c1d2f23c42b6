import { compose } from './compose.ts'
import { permissionParts } from './modules.ts'
import type { Grants, Role } from './roles.ts'

/** Roles and what each may do; the API's guards and the admin menu both read this table. */
const grants = compose(permissionParts) satisfies Grants

export type Permission = keyof typeof grants
export const permissions = Object.keys(grants) as [Permission, ...Permission[]]

export function permissionsOf(role: Role): readonly Permission[] {
  return permissions.filter((permission) => mayDo(role, permission))
}

export function mayDo(role: Role, permission: Permission): boolean {
  return role === 'admin' || holdersOf(permission).includes(role)
}

/** Whoever holds any permission may sign in to the operators' app. */
export function mayUseAdmin(role: Role): boolean {
  return permissions.some((permission) => mayDo(role, permission))
}

function holdersOf(permission: Permission): readonly Role[] {
  return grants[permission]
}
