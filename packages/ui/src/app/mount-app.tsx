import type { AnyRouter } from '@tanstack/solid-router'
import { RouterProvider } from '@tanstack/solid-router'
import type { ParentComponent } from 'solid-js'
import { render } from 'solid-js/web'
import { afterFrame } from '../components/after-frame.ts'
import { Toasts } from '../components/toast.tsx'
import { lateErrors } from '../i18n/late-errors.ts'
import { locale } from '../i18n/locale.ts'

interface AppParts {
  router: AnyRouter
  I18nProvider: ParentComponent
  prepareI18n: () => Promise<void>
}

/** Puts an app on its page, in the language of the moment. */
export async function mountApp({ router, I18nProvider, prepareI18n }: AppParts): Promise<void> {
  const element = document.getElementById('root')
  if (!element) throw new Error('index.html has no #root')

  document.documentElement.lang = locale()
  await prepareI18n()
  render(
    () => (
      <I18nProvider>
        <RouterProvider router={router} />
        <Toasts />
      </I18nProvider>
    ),
    element,
  )
  afterFrame(() => void lateErrors.fetch(locale()))
}
