import type { Permission } from '@mozhou/contracts/permissions'
import type { MenuEntry } from '@mozhou/ui/app/menu-entry'

/** A page of the menu, with the permission that opens it; menu, guards and the first page all read this. */
export interface OperatorEntry extends MenuEntry {
  permission: Permission
}

export function pagesFor(menu: readonly OperatorEntry[], permissions: readonly Permission[]): OperatorEntry[] {
  return menu.filter((page) => permissions.includes(page.permission))
}

/** The page of the menu that a path belongs to: its own, or one below it. */
export function pageAt(menu: readonly OperatorEntry[], path: string): OperatorEntry | undefined {
  return menu.find((page) => path === page.to || (page.to !== '/' && path.startsWith(`${page.to}/`)))
}
