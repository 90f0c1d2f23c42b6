import { createToaster, Toast, Toaster } from '@ark-ui/solid/toast'
import CircleAlert from 'lucide-solid/icons/circle-alert'
import CircleCheck from 'lucide-solid/icons/circle-check'
import X from 'lucide-solid/icons/x'
import { Show } from 'solid-js'
import { useUiI18n } from '../i18n/i18n.tsx'

/** Fed by toast.tsx, which loads this file with the first toast. */
export const toaster = createToaster({
  placement: 'bottom-end',
  gap: 8,
  overlap: false,
  max: 4,
  // The floor is raised by toasts-above.ts.
  offsets: { left: '1rem', right: '1rem', top: '1rem', bottom: 'calc(1rem + var(--toast-floor, 0px))' },
})

export function ToastRegion() {
  const { t } = useUiI18n()
  return (
    <Toaster toaster={toaster} aria-label={t('ui.notifications')}>
      {(toast) => (
        <Toast.Root class="z-(--z-index) flex [translate:var(--x)_var(--y)] opacity-(--opacity) transition-[translate,opacity] duration-150 w-[min(24rem,calc(100vw-2rem))] items-start gap-3 rounded-lg border border-line bg-raised p-4 shadow-float">
          <Show
            when={toast().type === 'error'}
            fallback={<CircleCheck size={18} class="mt-0.5 shrink-0 text-success" aria-hidden="true" />}
          >
            <CircleAlert size={18} class="mt-0.5 shrink-0 text-danger" aria-hidden="true" />
          </Show>
          <div class="min-w-0 flex-1">
            <Toast.Title class="text-sm font-medium">{toast().title}</Toast.Title>
            <Show when={toast().description}>
              <Toast.Description class="mt-0.5 text-sm text-ink-2">{toast().description}</Toast.Description>
            </Show>
          </div>
          <Show when={toast().action}>
            {(action) => (
              <Toast.ActionTrigger class="shrink-0 rounded-sm text-sm font-medium text-accent-text hover:underline">
                {action().label}
              </Toast.ActionTrigger>
            )}
          </Show>
          <Toast.CloseTrigger
            aria-label={t('ui.close')}
            class="-m-1 flex size-7 items-center justify-center rounded-sm text-ink-3 hover:text-ink"
          >
            <X size={16} aria-hidden="true" />
          </Toast.CloseTrigger>
        </Toast.Root>
      )}
    </Toaster>
  )
}
