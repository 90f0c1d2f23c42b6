import { Tabs as ArkTabs } from '@ark-ui/solid/tabs'
import type { JSX } from 'solid-js'
import { For } from 'solid-js'

interface TabsProps {
  value: string
  onValueChange: (value: string) => void
  label: string
  tabs: readonly { value: string; label: JSX.Element; content: () => JSX.Element }[]
  /** At the end of the tabs' line. */
  aside?: JSX.Element
  panelClass?: string
}

export function Tabs(props: TabsProps) {
  return (
    <ArkTabs.Root
      value={props.value}
      onValueChange={(details) => props.onValueChange(details.value)}
      lazyMount
      unmountOnExit
    >
      <div class="flex items-center justify-between gap-2 border-b border-line px-4">
        <ArkTabs.List aria-label={props.label} class="-mb-px flex gap-1 overflow-x-auto">
          <For each={props.tabs}>
            {(tab) => (
              <ArkTabs.Trigger
                value={tab.value}
                class="h-11 border-b-2 border-transparent px-3 text-sm whitespace-nowrap text-ink-2 -outline-offset-2 hover:text-ink data-selected:border-accent data-selected:font-medium data-selected:text-accent-text"
              >
                {tab.label}
              </ArkTabs.Trigger>
            )}
          </For>
        </ArkTabs.List>
        {props.aside}
      </div>
      <For each={props.tabs}>
        {(tab) => (
          <ArkTabs.Content value={tab.value} class={`-outline-offset-2 ${props.panelClass ?? ''}`}>
            {tab.content()}
          </ArkTabs.Content>
        )}
      </For>
    </ArkTabs.Root>
  )
}
