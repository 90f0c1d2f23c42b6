import { lazyPage } from '@mozhou/ui/app/lazy-page'
import { createRoute } from '@tanstack/solid-router'
import { appRoute } from '../../app-route.ts'

export const creditsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/credits',
  component: lazyPage(() => import('./credits.page.tsx'), 'CreditsPage'),
})
