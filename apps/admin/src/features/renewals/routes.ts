import { lazyPage } from '@mozhou/ui/app/lazy-page'
import { createRoute } from '@tanstack/solid-router'
import { appRoute } from '../../app-route.ts'
import { parseRenewalFilters } from './renewal-filters.ts'

export const renewalsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/renewals',
  validateSearch: parseRenewalFilters,
  component: lazyPage(() => import('./renewals.page.tsx'), 'RenewalsPage'),
})
