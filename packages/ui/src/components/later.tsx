import type { JSX } from 'solid-js'
import { createSignal, onCleanup, Show } from 'solid-js'
import { afterFrame } from './after-frame.ts'

/** What is not looked at first, built in a task of its own behind the frame that shows the rest: a large page built at once stands still. */
export function Later(props: { children: JSX.Element }) {
  const [isDue, setIsDue] = createSignal(false)
  onCleanup(afterFrame(() => setIsDue(true)))
  return <Show when={isDue()}>{props.children}</Show>
}
