import { lazyPage } from '@mozhou/ui/app/lazy-page'
import { createRoute } from '@tanstack/solid-router'
import { appRoute } from '../../app-route.ts'
import { parseStorageFilters } from './storage-filters.ts'

export const storageRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/storage',
  validateSearch: parseStorageFilters,
  component: lazyPage(() => import('./storage.page.tsx'), 'StoragePage'),
})
