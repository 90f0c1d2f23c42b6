import type { Wording } from '@mozhou/contracts/wording'
import { redirect } from '@tanstack/solid-router'
import type { LucideProps } from 'lucide-solid'
import type { Component } from 'solid-js'

/** A line of an app's menu, as a feature brings it. Its words are here because the menu stands there before the feature is loaded. */
export interface MenuEntry {
  to: `/${string}`
  title: Wording
  icon: Component<LucideProps>
}

/** For a guard to throw: leads to the page of an entry. */
export function redirectTo({ to }: Pick<MenuEntry, 'to'>) {
  return redirect({ to })
}
