import CircleAlert from 'lucide-solid/icons/circle-alert'
import RotateCw from 'lucide-solid/icons/rotate-cw'
import { useUiI18n } from '../i18n/i18n.tsx'
import { Button } from './button.tsx'

/** The code of a part of the page did not come. Some browsers remember that for as long as the page lives: then only a reload helps. */
export function PartFailed(props: { onRetry: () => void }) {
  const { t } = useUiI18n()
  return (
    <div role="alert" class="flex flex-col items-center gap-2 px-6 py-10 text-center">
      <div class="mb-1 flex size-12 items-center justify-center rounded-full bg-danger-soft text-danger">
        <CircleAlert size={22} aria-hidden="true" />
      </div>
      <p class="text-sm font-medium">{t('ui.partFailed')}</p>
      <p class="max-w-md text-sm text-ink-2">{t('ui.partFailedHint')}</p>
      <div class="mt-3 flex gap-2">
        <Button icon={<RotateCw size={15} aria-hidden="true" />} onClick={() => props.onRetry()}>
          {t('ui.retry')}
        </Button>
        <Button variant="ghost" onClick={() => window.location.reload()}>
          {t('ui.reload')}
        </Button>
      </div>
    </div>
  )
}
