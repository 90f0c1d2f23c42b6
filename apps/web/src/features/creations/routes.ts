import { lazyPage } from '@mozhou/ui/app/lazy-page'
import { createRoute } from '@tanstack/solid-router'
import { appRoute } from '../../app-route.ts'
import { parseLibrarySearch } from './library-search.ts'

export const creationsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/creations',
  validateSearch: parseLibrarySearch,
  component: lazyPage(() => import('./creations.page.tsx'), 'CreationsPage'),
})

export const trashRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/creations/trash',
  component: lazyPage(() => import('./trash.page.tsx'), 'TrashPage'),
})

export const creationRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/creations/$creationId',
  loader: async ({ params, context }) => {
    const { loadCreation } = await import('../works/load-creation.ts')
    const creation = await loadCreation(params.creationId)
    return { View: await context.works[creation.kind](creation) }
  },
  component: lazyPage(() => import('./creation.page.tsx'), 'CreationPage'),
  notFoundComponent: lazyPage(() => import('../works/no-work.tsx'), 'NoWork'),
})
