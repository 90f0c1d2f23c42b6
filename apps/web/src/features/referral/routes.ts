import { lazyPage } from '@mozhou/ui/app/lazy-page'
import { createRoute } from '@tanstack/solid-router'
import { appRoute } from '../../app-route.ts'

export const referralRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/referral',
  component: lazyPage(() => import('./referral.page.tsx'), 'ReferralPage'),
})
