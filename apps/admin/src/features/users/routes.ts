import { lazyPage } from '@mozhou/ui/app/lazy-page'
import { createRoute } from '@tanstack/solid-router'
import { appRoute } from '../../app-route.ts'
import { parseUserFilters } from './user-filters.ts'
import { parseUserSearch } from './user-tabs.ts'

export const usersRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/users',
  validateSearch: parseUserFilters,
  component: lazyPage(() => import('./users.page.tsx'), 'UsersPage'),
})

export const userRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/users/$userId',
  validateSearch: parseUserSearch,
  // Dialogs and lists of one person are not another's.
  remountDeps: ({ params }) => params.userId,
  component: lazyPage(() => import('./user.page.tsx'), 'UserPage'),
})
