import { lazyPage } from '@mozhou/ui/app/lazy-page'
import { createRoute } from '@tanstack/solid-router'
import { appRoute } from '../../app-route.ts'

export const deleteAccountRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings/delete-account',
  component: lazyPage(() => import('./delete-account.page.tsx'), 'DeleteAccountPage'),
})
