import { lazyPage } from '@mozhou/ui/app/lazy-page'
import { parseNext } from '@mozhou/ui/app/sign-in-route'
import { createRoute } from '@tanstack/solid-router'
import { rootRoute } from '../../app-route.ts'

export const loginRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/login',
  validateSearch: parseNext,
  component: lazyPage(() => import('./login.page.tsx'), 'LoginPage'),
})
