import CircleAlert from 'lucide-solid/icons/circle-alert'
import CircleCheck from 'lucide-solid/icons/circle-check'
import X from 'lucide-solid/icons/x'
import { createSignal, For, onCleanup, Show } from 'solid-js'
import { useUiI18n } from '../i18n/i18n.tsx'
import { toastClearance } from './toast-clearance.ts'

interface ToastWords {
  title: string
  description?: string
  /** Such as undo; pressing it closes the toast. */
  action?: { label: string; onClick: () => void }
}

interface ShownToast extends ToastWords {
  isError: boolean
  lastsMs: number
}

const mostAtOnce = 4
const [shown, setShown] = createSignal<readonly ShownToast[]>([])

/** It worked, and nothing needs to be done. */
export function toastSuccess(words: ToastWords): void {
  show({ ...words, isError: false, lastsMs: 4_000 })
}

/** It did not work; stays longer, so that it can be read. */
export function toastError(words: ToastWords): void {
  show({ ...words, isError: true, lastsMs: 9_000 })
}

function show(toast: ShownToast): void {
  setShown((toasts) => [...toasts, toast].slice(-mostAtOnce))
}

const close = (toast: ShownToast) => setShown((toasts) => toasts.filter((other) => other !== toast))

/** Once per app, at the root. Part of the first bytes: what says that something could not be loaded must be there already. */
export function Toasts() {
  const { t } = useUiI18n()
  return (
    <section
      aria-label={t('ui.notifications')}
      aria-live="polite"
      // toasts-above.ts keeps it clear of bars at the lower edge.
      class="pointer-events-none fixed right-4 bottom-[calc(1rem+var(--toast-clearance))] z-50 flex w-[min(24rem,calc(100vw-2rem))] flex-col gap-2"
      style={{ '--toast-clearance': `${toastClearance()}px` }}
    >
      <For each={shown()}>{(toast) => <ToastCard toast={toast} />}</For>
    </section>
  )
}

function ToastCard(props: { toast: ShownToast }) {
  const { t } = useUiI18n()
  let timer: ReturnType<typeof setTimeout> | undefined
  const wait = () => {
    clearTimeout(timer)
    timer = setTimeout(() => close(props.toast), props.toast.lastsMs)
  }
  const hold = () => clearTimeout(timer)
  wait()
  onCleanup(hold)
  return (
    <div
      role="status"
      class="pointer-events-auto flex animate-enter items-start gap-3 rounded-lg border border-line bg-raised p-4 shadow-float"
      onPointerEnter={hold}
      onPointerLeave={wait}
      onFocusIn={hold}
      onFocusOut={wait}
    >
      <Show
        when={props.toast.isError}
        fallback={<CircleCheck size={18} class="mt-0.5 shrink-0 text-success" aria-hidden="true" />}
      >
        <CircleAlert size={18} class="mt-0.5 shrink-0 text-danger" aria-hidden="true" />
      </Show>
      <div class="min-w-0 flex-1">
        <p class="text-sm font-medium">{props.toast.title}</p>
        <Show when={props.toast.description}>
          <p class="mt-0.5 text-sm text-ink-2">{props.toast.description}</p>
        </Show>
      </div>
      <Show when={props.toast.action}>
        {(action) => (
          <button
            type="button"
            class="shrink-0 rounded-sm text-sm font-medium text-accent-text hover:underline"
            onClick={() => {
              close(props.toast)
              action().onClick()
            }}
          >
            {action().label}
          </button>
        )}
      </Show>
      <button
        type="button"
        aria-label={t('ui.close')}
        class="-m-1 flex size-7 items-center justify-center rounded-sm text-ink-3 hover:text-ink"
        onClick={() => close(props.toast)}
      >
        <X size={16} aria-hidden="true" />
      </button>
    </div>
  )
}
