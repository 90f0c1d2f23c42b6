import { lazyPage } from '@mozhou/ui/app/lazy-page'
import { createRoute } from '@tanstack/solid-router'
import { appRoute } from '../../app-route.ts'

interface ReconciliationSearch {
  /** The bill that is open. */
  bill?: string
}

export const reconciliationRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/reconciliation',
  validateSearch: (raw: Record<string, unknown>): ReconciliationSearch =>
    typeof raw['bill'] === 'string' && raw['bill'] !== '' ? { bill: raw['bill'] } : {},
  component: lazyPage(() => import('./reconciliation.page.tsx'), 'ReconciliationPage'),
})
