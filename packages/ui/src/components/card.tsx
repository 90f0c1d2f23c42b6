import type { JSX } from 'solid-js'
import { Show } from 'solid-js'

interface CardProps {
  title?: JSX.Element
  icon?: JSX.Element
  aside?: JSX.Element
  description?: JSX.Element
  /** The content brings its own padding, as tables do. */
  isFlush?: boolean
  children: JSX.Element
  class?: string
}

export function Card(props: CardProps) {
  return (
    <section class={`min-w-0 overflow-clip rounded-lg border border-line bg-surface shadow-soft ${props.class ?? ''}`}>
      <Show when={props.title}>
        <header class="flex min-h-12 flex-wrap items-center justify-between gap-x-3 gap-y-1 border-b border-line px-4 py-2.5">
          <div class="min-w-0">
            <h2 class="flex items-center gap-2 text-sm font-semibold">
              {props.icon}
              {props.title}
            </h2>
            <Show when={props.description}>
              <p class="mt-0.5 text-xs text-ink-3">{props.description}</p>
            </Show>
          </div>
          {props.aside}
        </header>
      </Show>
      <div class={props.isFlush ? '' : 'p-4'}>{props.children}</div>
    </section>
  )
}
