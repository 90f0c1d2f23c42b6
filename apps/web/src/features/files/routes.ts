import { lazyPage } from '@mozhou/ui/app/lazy-page'
import { createRoute } from '@tanstack/solid-router'
import { appRoute } from '../../app-route.ts'

export const filesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings/files',
  component: lazyPage(() => import('./files.page.tsx'), 'FilesPage'),
})
