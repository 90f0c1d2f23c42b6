import type { Component } from 'solid-js'
import { createSignal } from 'solid-js'
import { isLoadFailure } from '../device/load-failure.ts'
import { useUiI18n } from '../i18n/i18n.tsx'
import { withWords } from '../i18n/with-words.ts'
import { toastError } from './toast.tsx'

/**
 * For a control that is a plain button until it is pressed: the machinery of lists and menus is a good part of a page's bytes, and most
 * visits open none. `warm` begins loading as soon as a press is likely; a press that finds no network says so, and the next one tries again.
 */
export function createLoadOnPress<Props extends object>(load: () => Promise<Component<Props>>) {
  const { t } = useUiI18n()
  const [loaded, setLoaded] = createSignal<Component<Props> | null>(null)
  const [isLoading, setIsLoading] = createSignal(false)
  return {
    loaded,
    isLoading,
    warm(): void {
      load().catch(() => {
        // Nobody has pressed yet: there is nothing to be told.
      })
    },
    async press(): Promise<void> {
      if (isLoading()) return
      setIsLoading(true)
      try {
        const component = await withWords(load)
        setLoaded(() => component)
      } catch (cause) {
        toastError({ title: t('ui.partFailed'), description: t('ui.partFailedHint') })
        if (!isLoadFailure(cause)) throw cause
      } finally {
        setIsLoading(false)
      }
    },
  }
}
