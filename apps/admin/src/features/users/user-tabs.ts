import type { Permission } from '@mozhou/contracts/permissions'

/** What a person's page shows, and who may see it; the API asks for the same. */
const userTabs = {
  profile: 'user:read',
  ledger: 'ledger:read',
  orders: 'order:read',
  membership: 'user:read',
  creations: 'creation:read',
  files: 'file:space',
  sessions: 'user:sessions',
  deletion: 'user:read',
  audit: 'audit:money',
} as const satisfies Record<string, Permission>

export type UserTab = keyof typeof userTabs

export interface UserSearch {
  tab?: UserTab
}

const names = Object.keys(userTabs) as UserTab[]

/** The address of the first tab has no name of it. */
export function parseUserSearch(raw: Record<string, unknown>): UserSearch {
  const tab = names.find((name) => name === raw['tab'])
  return tab === undefined || tab === 'profile' ? {} : { tab }
}

export function allowedTabs(may: (permission: Permission) => boolean): UserTab[] {
  return names.filter((name) => may(userTabs[name]))
}
