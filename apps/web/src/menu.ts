import type { MenuEntry } from '@mozhou/ui/app/menu-entry'

/** A line of the menu, and the heading that it stands under. */
export interface CreatorEntry extends MenuEntry {
  group: 'create' | 'account' | null
}
