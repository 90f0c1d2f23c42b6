import { lazyPage } from '@mozhou/ui/app/lazy-page'
import { createRoute } from '@tanstack/solid-router'
import { appRoute } from '../../app-route.ts'
import { parseRefundSearch } from './refund-search.ts'

export const moneyRefundsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/money-refunds',
  validateSearch: parseRefundSearch,
  component: lazyPage(() => import('./money-refunds.page.tsx'), 'MoneyRefundsPage'),
})
