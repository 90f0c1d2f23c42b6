import { render } from '@solidjs/testing-library'
import type { QueryKey } from '@tanstack/solid-query'
import { QueryClient, QueryClientProvider } from '@tanstack/solid-query'
import type { AnyRouter } from '@tanstack/solid-router'
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/solid-router'
import type { JSX } from 'solid-js'
import { I18nProvider } from '../i18n/i18n.ts'

/** Answers that are there stay; whatever else is asked for never comes. */
export function quietClient(answers: readonly (readonly [QueryKey, unknown])[] = []): QueryClient {
  const client = new QueryClient({
    defaultOptions: { queries: { staleTime: Infinity, retry: false, networkMode: 'online' } },
  })
  for (const [key, answer] of answers) client.setQueryData(key, answer)
  return client
}

/** Renders a part of the app with what stands around every page: words, queries (none of which is sent), and links that lead nowhere. */
export async function showInApp(content: () => JSX.Element, client = quietClient()) {
  // jsdom has none, and says so at every navigation.
  window.scrollTo = () => {}
  const router: AnyRouter = createRouter({
    routeTree: createRootRoute({ component: () => <>{content()}</> }),
    history: createMemoryHistory({ initialEntries: ['/'] }),
  })
  await router.load()
  return render(() => (
    <I18nProvider>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </I18nProvider>
  ))
}
