import CircleAlert from 'lucide-solid/icons/circle-alert'
import RotateCw from 'lucide-solid/icons/rotate-cw'
import { Show } from 'solid-js'
import { useUiI18n } from '../i18n/i18n.tsx'
import { toShownError } from '../wire/wire-error.ts'
import { Button } from './button.tsx'

interface ErrorStateProps {
  error: unknown
  title?: string
  onRetry?: () => void
  isRetrying?: boolean
}

export function ErrorState(props: ErrorStateProps) {
  const { t, shownError } = useUiI18n()
  const shown = () => toShownError(props.error)
  return (
    <div role="alert" class="flex flex-col items-center gap-2 px-6 py-10 text-center">
      <div class="mb-1 flex size-12 items-center justify-center rounded-full bg-danger-soft text-danger">
        <CircleAlert size={22} aria-hidden="true" />
      </div>
      <p class="text-sm font-medium">{props.title ?? t('ui.errorTitle')}</p>
      <p class="max-w-md text-sm text-ink-2">{shownError(shown())}</p>
      <Show when={shown().code === 'INTERNAL' && shown().requestId}>
        {(requestId) => <p class="font-mono text-xs text-ink-3">{t('ui.requestId', requestId())}</p>}
      </Show>
      <Show when={props.onRetry}>
        {(retry) => (
          <Button
            class="mt-3"
            icon={<RotateCw size={15} aria-hidden="true" />}
            isPending={props.isRetrying}
            onClick={() => retry()()}
          >
            {t('ui.retry')}
          </Button>
        )}
      </Show>
    </div>
  )
}
