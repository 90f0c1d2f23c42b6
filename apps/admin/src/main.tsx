import './app.css'
import { locale } from '@mozhou/ui/app/locale'
import { Toasts } from '@mozhou/ui/components/toast.tsx'
import { QueryClientProvider } from '@tanstack/solid-query'
import { RouterProvider } from '@tanstack/solid-router'
import { render } from 'solid-js/web'
import { whenSignedOut } from './api.ts'
import { me } from './features/accounts/queries.ts'
import { I18nProvider, prepareI18n } from './i18n/i18n.ts'
import { queryClient } from './query-client.ts'
import { router } from './routes.tsx'

const element = document.getElementById('root')
if (!element) throw new Error('index.html has no #root')

whenSignedOut(() => {
  // Nobody was signed in yet: the guard of the first page shows the way.
  if (!queryClient.getQueryData(me().queryKey)) return
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
