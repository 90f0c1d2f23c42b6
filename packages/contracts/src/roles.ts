export const roles = ['creator', 'operator', 'finance', 'admin'] as const
export type Role = (typeof roles)[number]

/** Who holds each permission, beside the administrators, who hold them all; a creator holds none. */
export type Grants = Readonly<Record<string, readonly Exclude<Role, 'creator' | 'admin'>[]>>
