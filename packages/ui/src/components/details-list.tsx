import type { JSX } from 'solid-js'
import { For } from 'solid-js'

/** Names and values, as on a receipt. */
export function DetailsList(props: { rows: readonly { label: string; value: JSX.Element }[] }) {
  return (
    <dl class="divide-y divide-line text-sm">
      <For each={props.rows}>
        {(row) => (
          <div class="flex items-baseline justify-between gap-4 py-2">
            <dt class="shrink-0 text-ink-3">{row.label}</dt>
            <dd class="min-w-0 text-right break-words text-ink">{row.value}</dd>
          </div>
        )}
      </For>
    </dl>
  )
}
