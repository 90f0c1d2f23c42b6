/** From the least to the most that may be done. */
export const roles = ['creator', 'operator', 'finance', 'admin'] as const
export type Role = (typeof roles)[number]

/** Who may be suspended or signed out by whom: nobody reaches above themself. */
export function isAbove(role: Role, other: Role): boolean {
  return roles.indexOf(role) > roles.indexOf(other)
}

/** Who holds each permission, beside the administrators, who hold them all; a creator holds none. */
export type Grants = Readonly<Record<string, readonly Exclude<Role, 'creator' | 'admin'>[]>>
