import type { Permission } from '@mozhou/contracts/permissions'
import ClipboardList from 'lucide-solid/icons/clipboard-list'
import Cpu from 'lucide-solid/icons/cpu'
import Scale from 'lucide-solid/icons/scale'
import Users from 'lucide-solid/icons/users'
import Workflow from 'lucide-solid/icons/workflow'

/** The rooms of the app, each with the permission that opens it; menu, guards and the first page all read this. */
export const rooms = [
  { path: '/', name: 'overview', permission: 'invariant:read', icon: Scale },
  { path: '/users', name: 'users', permission: 'user:read', icon: Users },
  { path: '/models', name: 'models', permission: 'model:read', icon: Cpu },
  { path: '/workflows', name: 'workflows', permission: 'workflow:read', icon: Workflow },
  { path: '/audit', name: 'audit', permission: 'audit:read', icon: ClipboardList },
] as const satisfies readonly { path: string; name: string; permission: Permission; icon: unknown }[]

export type Room = (typeof rooms)[number]

export function roomsFor(permissions: readonly Permission[]): Room[] {
  return rooms.filter((room) => permissions.includes(room.permission))
}
