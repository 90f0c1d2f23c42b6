import { lazyPage } from '@mozhou/ui/app/lazy-page'
import { createRoute } from '@tanstack/solid-router'
import { appRoute } from '../../app-route.ts'
import { parseRefundFilters } from './refund-filters.ts'

export const moneyChecksRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/money-checks',
  component: lazyPage(() => import('./money-checks.page.tsx'), 'MoneyChecksPage'),
})

export const refundsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/refunds',
  validateSearch: parseRefundFilters,
  component: lazyPage(() => import('./refunds.page.tsx'), 'RefundsPage'),
})
