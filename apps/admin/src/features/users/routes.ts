import { lazyPage } from '@mozhou/ui/app/lazy-page'
import { createRoute } from '@tanstack/solid-router'
import { appRoute } from '../../app-route.ts'

export const usersRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/users',
  component: lazyPage(() => import('./users.page.tsx'), 'UsersPage'),
})
