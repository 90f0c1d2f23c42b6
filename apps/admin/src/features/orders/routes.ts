import { lazyPage } from '@mozhou/ui/app/lazy-page'
import { createRoute } from '@tanstack/solid-router'
import { appRoute } from '../../app-route.ts'
import { parsePlanFilters } from './plan-filters.ts'
import { parseOrderSearch } from './order-search.ts'

export const ordersRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/orders',
  validateSearch: parseOrderSearch,
  component: lazyPage(() => import('./orders.page.tsx'), 'OrdersPage'),
})

export const plansRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/plans',
  validateSearch: parsePlanFilters,
  component: lazyPage(() => import('./plans.page.tsx'), 'PlansPage'),
})
