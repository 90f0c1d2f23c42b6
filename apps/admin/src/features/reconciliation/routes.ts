import { lazyPage } from '@mozhou/ui/app/lazy-page'
import { createRoute } from '@tanstack/solid-router'
import { appRoute } from '../../app-route.ts'
import { parseBillSearch } from './bill-search.ts'

export const reconciliationRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/reconciliation',
  validateSearch: parseBillSearch,
  component: lazyPage(() => import('./reconciliation.page.tsx'), 'ReconciliationPage'),
})
