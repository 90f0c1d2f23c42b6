import { createSignal, lazy, Show, Suspense } from 'solid-js'

interface ToastWords {
  title: string
  description?: string
  /** Such as undo; pressing it closes the toast. */
  action?: { label: string; onClick: () => void }
}

const loadRegion = () => import('./toast-region.tsx')
const ToastRegion = lazy(() => loadRegion().then((module) => ({ default: module.ToastRegion })))
const [isNeeded, setIsNeeded] = createSignal(false)

/** It worked, and nothing needs to be done. */
export function toastSuccess(words: ToastWords): void {
  void show({ type: 'success', duration: 4_000, ...words })
}

/** It did not work; stays longer, so that it can be read. */
export function toastError(words: ToastWords): void {
  void show({ type: 'error', duration: 9_000, ...words })
}

/** Once per app, at the root. The machinery of toasts comes with the first one: most visits need none. */
export function Toasts() {
  return (
    <Show when={isNeeded()}>
      <Suspense>
        <ToastRegion />
      </Suspense>
    </Show>
  )
}

async function show(toast: ToastWords & { type: 'success' | 'error'; duration: number }): Promise<void> {
  setIsNeeded(true)
  const { toaster } = await loadRegion()
  toaster.create(toast)
}
