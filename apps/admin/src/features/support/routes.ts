import { lazyPage } from '@mozhou/ui/app/lazy-page'
import { createRoute } from '@tanstack/solid-router'
import { appRoute } from '../../app-route.ts'
import { parseQueueSearch } from './queue-search.ts'

export const supportRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/support',
  validateSearch: parseQueueSearch,
  component: lazyPage(() => import('./support.page.tsx'), 'SupportPage'),
})
