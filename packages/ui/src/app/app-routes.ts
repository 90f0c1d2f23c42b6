import { createRootRouteWithContext, createRoute, Outlet } from '@tanstack/solid-router'
import type { RouteComponent } from '@tanstack/solid-router'
import { NotFoundPage } from './not-found-page.tsx'

interface AppRoutesParts<Context> {
  /** Who may go in: leads elsewhere by throwing a redirect. */
  enter: (at: { href: string; pathname: string; context: Context }) => Promise<void>
  /** What stands around every page behind the login. */
  shell: RouteComponent
}

/** The root of an app's routes, and the route behind whose guard everything lies but the login. */
export function createAppRoutes<Context extends object>({ enter, shell }: AppRoutesParts<Context>) {
  const rootRoute = createRootRouteWithContext<Context>()({ component: Outlet, notFoundComponent: NotFoundPage })
  const appRoute = createRoute({
    getParentRoute: () => rootRoute,
    id: 'app',
    beforeLoad: ({ location, context }) =>
      // Of a context that is known only to the app the router's type is too deep to be reduced; it is the app's own.
      enter({ href: location.href, pathname: location.pathname, context: context as Context }),
    component: shell,
  })
  return { rootRoute, appRoute }
}
