import { lazyPage } from '@mozhou/ui/app/lazy-page'
import { createRoute } from '@tanstack/solid-router'
import { appRoute } from '../../app-route.ts'
import { parseRunSearch } from './run-search.ts'

export const workflowsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/workflows',
  validateSearch: parseRunSearch,
  component: lazyPage(() => import('./workflows.page.tsx'), 'WorkflowsPage'),
})
