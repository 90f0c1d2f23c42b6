import { lazyPage } from '@mozhou/ui/app/lazy-page'
import { createRoute } from '@tanstack/solid-router'
import { appRoute } from '../../app-route.ts'
import { parseAccountFilters, parsePublicationSearch } from './publication-search.ts'

export const publicationsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/publications',
  validateSearch: parsePublicationSearch,
  component: lazyPage(() => import('./publications.page.tsx'), 'PublicationsPage'),
})

export const platformHealthRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/platform-health',
  validateSearch: parseAccountFilters,
  component: lazyPage(() => import('./platform-health.page.tsx'), 'PlatformHealthPage'),
})
