import { Button } from '../components/button.tsx'
import { ErrorState } from '../components/error-state.tsx'
import { useUiI18n } from '../i18n/i18n.tsx'
import { toShownError } from '../wire/wire-error.ts'

/** What stands where a page failed: the API could not be reached, or a fault of ours. */
export function CrashPage(props: { error: unknown; onRetry: () => void }) {
  const { t } = useUiI18n()
  const isOurs = () => toShownError(props.error).code === 'INTERNAL'
  return (
    <div class="mx-auto max-w-lg py-10">
      <ErrorState
        error={props.error}
        title={isOurs() ? t('ui.crashed') : t('ui.errorTitle')}
        onRetry={() => props.onRetry()}
      />
      <div class="flex justify-center">
        <Button variant="ghost" onClick={() => window.location.reload()}>
          {t('ui.reload')}
        </Button>
      </div>
    </div>
  )
}
