import type { Accessor } from 'solid-js'
import { createSignal, onCleanup } from 'solid-js'

/** Milliseconds until an instant, never below 0, told every second. */
export function useTimeLeft(until: Accessor<string>): Accessor<number> {
  const [now, setNow] = createSignal(Date.now())
  const timer = setInterval(() => setNow(Date.now()), 1_000)
  onCleanup(() => clearInterval(timer))
  return () => Math.max(0, Date.parse(until()) - now())
}
