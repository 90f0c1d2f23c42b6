import { lazyPage } from '@mozhou/ui/app/lazy-page'
import { createRoute } from '@tanstack/solid-router'
import { appRoute } from '../../app-route.ts'
import { parseCouponSearch } from './coupon-search.ts'

export const couponsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/coupons',
  validateSearch: parseCouponSearch,
  component: lazyPage(() => import('./coupons.page.tsx'), 'CouponsPage'),
})
