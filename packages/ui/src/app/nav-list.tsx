import { Link } from '@tanstack/solid-router'
import type { LucideProps } from 'lucide-solid'
import type { Component } from 'solid-js'
import { For, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { MenuEntry } from './menu-entry.ts'

export interface NavItem {
  to: MenuEntry['to']
  label: string
  icon: Component<LucideProps>
}

export interface NavGroup {
  /** Stands above the group; the first of a menu needs none. */
  label?: string
  items: readonly NavItem[]
}

// `data-status="active"` comes from the router's link.
const linkClass =
  'flex h-9 items-center gap-3 rounded-md px-2.5 text-sm text-ink-2 transition-colors duration-150 hover:bg-sunken hover:text-ink ' +
  'data-[status=active]:bg-accent-soft data-[status=active]:font-medium data-[status=active]:text-accent-text'

/** The lines of the navigation; a page below one of them marks it as open, except that everything is below `/`. */
export function NavList(props: { groups: readonly NavGroup[] }) {
  return (
    <For each={props.groups}>
      {(group) => (
        <>
          <Show when={group.label}>{(label) => <p class="px-2.5 pt-4 pb-1 text-xs text-ink-3">{label()}</p>}</Show>
          <ul class="flex flex-col gap-1">
            <For each={group.items}>
              {(item) => (
                <li>
                  <Link to={item.to} activeOptions={{ exact: item.to === '/' }} class={linkClass}>
                    <Dynamic component={item.icon} size={18} aria-hidden="true" />
                    {item.label}
                  </Link>
                </li>
              )}
            </For>
          </ul>
        </>
      )}
    </For>
  )
}
