import type { Accessor } from 'solid-js'
import { createComputed, createSignal, on, onCleanup, untrack } from 'solid-js'

/** Follows a fast source at most once per frame: a model may send hundreds of pieces a second. */
export function coalesceFrames<Value>(source: Accessor<Value>): Accessor<Value> {
  const [value, setValue] = createSignal<Value>(untrack(source))
  let frame: number | null = null
  const show = () => {
    frame = null
    setValue(() => untrack(source))
  }
  createComputed(
    on(
      source,
      () => {
        frame ??= requestAnimationFrame(show)
      },
      { defer: true },
    ),
  )
  onCleanup(() => {
    if (frame !== null) cancelAnimationFrame(frame)
  })
  return value
}
