import { queryClient } from '@mozhou/ui/api/query-client'
import { lazyPage } from '@mozhou/ui/app/lazy-page'
import { redirectTo } from '@mozhou/ui/app/menu-entry'
import { NotFoundPage } from '@mozhou/ui/app/not-found-page.tsx'
import { orSignIn } from '@mozhou/ui/app/sign-in-route'
import { createRootRouteWithContext, createRoute, Outlet } from '@tanstack/solid-router'
import { me } from './features/accounts/queries.ts'
import { pageAt, pagesFor } from './menu.ts'
import type { OperatorEntry } from './menu.ts'

/** What `pages.ts` composes of the features, for what stands around them: it must not know them by name. */
export interface AppContext {
  menu: readonly OperatorEntry[]
}

export const rootRoute = createRootRouteWithContext<AppContext>()({
  component: Outlet,
  notFoundComponent: NotFoundPage,
})

/** Everything behind the login; a page one may not enter leads to the first one may. */
export const appRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'app',
  beforeLoad: async ({ location, context: { menu } }) => {
    const user = await orSignIn(queryClient.ensureQueryData(me()), location.href)
    const page = pageAt(menu, location.pathname)
    const first = pagesFor(menu, user.permissions)[0]
    if (page && first && !user.permissions.includes(page.permission)) throw redirectTo(first)
  },
  component: lazyPage(() => import('./shell/app-shell.tsx'), 'AppShell'),
})
