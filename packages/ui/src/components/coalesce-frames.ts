import type { Accessor } from 'solid-js'
import { createComputed, createSignal, on, onCleanup, untrack } from 'solid-js'
import { afterFrame } from './after-frame.ts'

/** Follows a fast source at most once per frame: a model may send hundreds of pieces a second. */
export function coalesceFrames<Value>(source: Accessor<Value>): Accessor<Value> {
  const [value, setValue] = createSignal<Value>(untrack(source))
  let cancel: (() => void) | null = null
  const show = () => {
    cancel = null
    setValue(() => untrack(source))
  }
  createComputed(
    on(
      source,
      () => {
        cancel ??= afterFrame(show)
      },
      { defer: true },
    ),
  )
  onCleanup(() => cancel?.())
  return value
}
