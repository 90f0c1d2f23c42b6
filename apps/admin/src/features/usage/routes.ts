import { lazyPage } from '@mozhou/ui/app/lazy-page'
import { createRoute } from '@tanstack/solid-router'
import { appRoute } from '../../app-route.ts'
import { parseUsageFilters } from './usage-filters.ts'

export const usageRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/usage',
  validateSearch: parseUsageFilters,
  component: lazyPage(() => import('./usage.page.tsx'), 'UsagePage'),
})
