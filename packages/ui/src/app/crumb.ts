import { createRenderEffect, createSignal, onCleanup } from 'solid-js'

const [crumb, setCrumb] = createSignal<string | null>(null)

export { crumb }

/** Names the open thing in the header for as long as the calling page is there. */
export function useCrumb(name: () => string): void {
  createRenderEffect(() => setCrumb(name()))
  onCleanup(() => setCrumb(null))
}
