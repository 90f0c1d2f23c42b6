import type { JSX } from 'solid-js'
import { Show } from 'solid-js'

interface EmptyStateProps {
  icon?: JSX.Element
  title: string
  /** The next step, in words. */
  description?: JSX.Element
  action?: JSX.Element
}

export function EmptyState(props: EmptyStateProps) {
  return (
    <div class="flex flex-col items-center gap-2 px-6 py-12 text-center">
      <Show when={props.icon}>
        <div class="mb-1 flex size-12 items-center justify-center rounded-full bg-sunken text-ink-3">{props.icon}</div>
      </Show>
      <p class="text-sm font-medium text-ink">{props.title}</p>
      <Show when={props.description}>
        <p class="max-w-sm text-sm text-ink-3">{props.description}</p>
      </Show>
      <Show when={props.action}>
        <div class="mt-3">{props.action}</div>
      </Show>
    </div>
  )
}
