import type { ParentProps } from 'solid-js'
import { Suspense } from 'solid-js'

/**
 * Holds what is shown once something has been read. A component in it that reads a query of its own, even one that is there already,
 * suspends for a moment; without a boundary here the whole page would be taken out and put back, and lose the focus of whoever types.
 */
export function Settled(props: ParentProps) {
  return <Suspense>{props.children}</Suspense>
}
