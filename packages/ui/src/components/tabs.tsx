import type { JSX } from 'solid-js'
import { createUniqueId, For, Show } from 'solid-js'

interface TabsProps {
  value: string
  onValueChange: (value: string) => void
  label: string
  tabs: readonly { value: string; label: JSX.Element; content: () => JSX.Element }[]
  /** At the end of the tabs' line. */
  aside?: JSX.Element
}

const steps: Partial<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
}

/** Arrow keys choose; only the chosen tab's content is there (https://www.w3.org/WAI/ARIA/apg/patterns/tabs/). */
export function Tabs(props: TabsProps) {
  const id = createUniqueId()
  const tabId = (value: string) => `tab-${id}-${value}`
  const panelId = (value: string) => `panel-${id}-${value}`

  function onKeyDown(event: KeyboardEvent): void {
    const at = props.tabs.findIndex(({ value }) => value === props.value)
    const next = props.tabs[steps[event.key]?.(at, props.tabs.length) ?? -1]
    if (!next) return
    event.preventDefault()
    props.onValueChange(next.value)
    document.getElementById(tabId(next.value))?.focus()
  }

  return (
    <div>
      <div class="flex items-center justify-between gap-2 border-b border-line px-4">
        <div role="tablist" aria-label={props.label} class="-mb-px flex gap-1 overflow-x-auto" onKeyDown={onKeyDown}>
          <For each={props.tabs}>
            {(tab) => (
              <button
                type="button"
                role="tab"
                id={tabId(tab.value)}
                aria-selected={tab.value === props.value}
                aria-controls={tab.value === props.value ? panelId(tab.value) : undefined}
                tabindex={tab.value === props.value ? 0 : -1}
                class="h-11 border-b-2 border-transparent px-3 text-sm whitespace-nowrap text-ink-2 -outline-offset-2 hover:text-ink aria-selected:border-accent aria-selected:font-medium aria-selected:text-accent-text"
                onClick={() => props.onValueChange(tab.value)}
              >
                {tab.label}
              </button>
            )}
          </For>
        </div>
        {props.aside}
      </div>
      <For each={props.tabs}>
        {(tab) => (
          <Show when={tab.value === props.value}>
            <div
              role="tabpanel"
              id={panelId(tab.value)}
              aria-labelledby={tabId(tab.value)}
              tabindex="0"
              class="-outline-offset-2"
            >
              {tab.content()}
            </div>
          </Show>
        )}
      </For>
    </div>
  )
}
