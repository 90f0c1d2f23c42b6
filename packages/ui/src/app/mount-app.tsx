import type { AnyRouter } from '@tanstack/solid-router'
import { QueryClientProvider } from '@tanstack/solid-query'
import { RouterProvider } from '@tanstack/solid-router'
import type { ParentComponent } from 'solid-js'
import { render } from 'solid-js/web'
import { Toasts } from '../components/toast.tsx'
import { locale } from '../i18n/locale.ts'
import { meKey } from '../api/me-key.ts'
import { queryClient } from '../api/query-client.ts'
import { whenSignedOut } from '../api/signed-out.ts'

interface AppParts {
  router: AnyRouter
  I18nProvider: ParentComponent
  prepareI18n: () => Promise<void>
}

/** Puts an app on its page, in the language of the moment; whoever is signed out meanwhile is led to the login page. */
export async function mountApp({ router, I18nProvider, prepareI18n }: AppParts): Promise<void> {
  const element = document.getElementById('root')
  if (!element) throw new Error('index.html has no #root')

  whenSignedOut(() => {
    // Nobody was signed in yet: the guard of the first page shows the way.
    if (!queryClient.getQueryData(meKey)) return
    queryClient.clear()
    const next = window.location.pathname + window.location.search
    void router.navigate({ to: '/login', search: { next } })
  })

  document.documentElement.lang = locale()
  await prepareI18n()
  render(
    () => (
      <I18nProvider>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
          <Toasts />
        </QueryClientProvider>
      </I18nProvider>
    ),
    element,
  )
}
