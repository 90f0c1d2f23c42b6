import type { JSX } from 'solid-js'
import { Show } from 'solid-js'
import { useTitle } from './use-title.ts'

interface PageProps {
  title: string
  subtitle?: string
  /** At the end of the title's line. */
  aside?: JSX.Element
  /** The page shows its title some other way; it is still the heading for screen readers. */
  isTitleHidden?: boolean
  children: JSX.Element
}

export function Page(props: PageProps) {
  useTitle(() => props.title)
  return (
    <>
      <Show when={!props.isTitleHidden} fallback={<h1 class="sr-only">{props.title}</h1>}>
        <header class="mb-5 flex flex-wrap items-end justify-between gap-3">
          <div>
            <h1 class="text-xl font-semibold">{props.title}</h1>
            <Show when={props.subtitle}>
              <p class="mt-1 text-sm text-ink-2">{props.subtitle}</p>
            </Show>
          </div>
          {props.aside}
        </header>
      </Show>
      {props.children}
    </>
  )
}
