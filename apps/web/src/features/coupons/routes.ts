import { lazyPage } from '@mozhou/ui/app/lazy-page'
import { createRoute } from '@tanstack/solid-router'
import { appRoute } from '../../app-route.ts'
import { parseCouponsSearch } from './coupons-search.ts'

export const couponsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/coupons',
  validateSearch: parseCouponsSearch,
  component: lazyPage(() => import('./coupons.page.tsx'), 'CouponsPage'),
})
