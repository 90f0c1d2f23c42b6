import { Menu as ArkMenu } from '@ark-ui/solid/menu'
import { For, onMount, Show } from 'solid-js'
import { classNames } from '../theme/class-names.ts'
import type { MenuAction, MenuProps } from './menu-action.ts'

/** Loaded by the press that opens it (menu.tsx). */
export function MenuList(props: MenuProps) {
  return (
    <ArkMenu.Root
      positioning={{ placement: props.placement ?? 'bottom-end', gutter: 6, strategy: 'fixed' }}
      lazyMount
      unmountOnExit
    >
      <ArkMenu.Context>
        {(menu) => {
          // Not open at first: the kit takes a list that was never closed for one that is still closing, and leaves it there.
          onMount(() => setTimeout(() => menu().setOpen(true)))
          return null
        }}
      </ArkMenu.Context>
      <ArkMenu.Trigger aria-label={props.triggerLabel} class={props.triggerClass}>
        {props.trigger}
      </ArkMenu.Trigger>
      <ArkMenu.Positioner>
        <ArkMenu.Content class="z-50 min-w-44 animate-enter text-left whitespace-nowrap rounded-md border border-line bg-raised p-1 shadow-float outline-none">
          <For each={props.groups}>
            {(group, index) => (
              <>
                <Show when={index() > 0}>
                  <ArkMenu.Separator class="my-1 border-line" />
                </Show>
                <ArkMenu.ItemGroup>
                  <Show when={group.label}>
                    <ArkMenu.ItemGroupLabel class="px-2.5 pt-1.5 pb-1 text-xs text-ink-3">
                      {group.label}
                    </ArkMenu.ItemGroupLabel>
                  </Show>
                  <For each={group.actions}>{(action) => <MenuItem action={action} />}</For>
                </ArkMenu.ItemGroup>
              </>
            )}
          </For>
        </ArkMenu.Content>
      </ArkMenu.Positioner>
    </ArkMenu.Root>
  )
}

function MenuItem(props: { action: MenuAction }) {
  return (
    <ArkMenu.Item
      value={props.action.id}
      onSelect={() => props.action.onSelect()}
      class={classNames(
        'flex cursor-pointer items-center gap-2.5 rounded-sm px-2.5 py-1.5 text-sm data-highlighted:bg-sunken',
        props.action.isDanger ? 'text-danger' : props.action.isChosen ? 'font-medium text-accent-text' : 'text-ink',
      )}
    >
      <span class="flex size-4 shrink-0 items-center justify-center">{props.action.icon}</span>
      <span class="flex-1">{props.action.label}</span>
      <Show when={props.action.isChosen}>
        <span aria-hidden="true">✓</span>
      </Show>
    </ArkMenu.Item>
  )
}
