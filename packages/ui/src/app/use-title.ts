import { createEffect } from 'solid-js'
import { useUiI18n } from '../i18n/i18n.tsx'

/** Names the page, then the app, in the browser's tab. */
export function useTitle(title: () => string): void {
  const { t } = useUiI18n()
  createEffect(() => {
    document.title = `${title()} · ${t('app.name')}`
  })
}
