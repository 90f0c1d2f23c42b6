import { routerDefaults } from '@mozhou/ui/app/router-defaults.tsx'
import { createRouter } from '@tanstack/solid-router'
import { appRoute, rootRoute } from './app-route.ts'
import { context, pages, publicPages } from './pages.ts'

export const router = createRouter({
  routeTree: rootRoute.addChildren([...publicPages, appRoute.addChildren(pages)]),
  context,
  ...routerDefaults,
})

declare module '@tanstack/solid-router' {
  interface Register {
    router: typeof router
  }
}
