import { lazyPage } from '@mozhou/ui/app/lazy-page'
import { createRoute } from '@tanstack/solid-router'
import { appRoute } from '../../app-route.ts'
import { parseAuditFilters } from './audit-filters.ts'

export const auditRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/audit',
  validateSearch: parseAuditFilters,
  component: lazyPage(() => import('./audit.page.tsx'), 'AuditPage'),
})
