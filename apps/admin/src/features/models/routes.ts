import { lazyPage } from '@mozhou/ui/app/lazy-page'
import { createRoute } from '@tanstack/solid-router'
import { appRoute } from '../../app-route.ts'
import { parseModelFilters } from './model-filters.ts'

export const modelsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/models',
  validateSearch: parseModelFilters,
  component: lazyPage(() => import('./models.page.tsx'), 'ModelsPage'),
})
