import { lazyPage } from '@mozhou/ui/app/lazy-page'
import { parseNext } from '@mozhou/ui/app/sign-in-route'
import { createRoute } from '@tanstack/solid-router'
import { appRoute } from '../../app-route.ts'

export const rechargeRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/recharge',
  validateSearch: parseNext,
  component: lazyPage(() => import('./recharge.page.tsx'), 'RechargePage'),
})

export const membershipRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/membership',
  validateSearch: parseNext,
  component: lazyPage(() => import('./membership.page.tsx'), 'MembershipPage'),
})

export const ordersRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/orders',
  component: lazyPage(() => import('./orders.page.tsx'), 'OrdersPage'),
})

export const orderRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/orders/$orderId',
  validateSearch: parseNext,
  component: lazyPage(() => import('./order.page.tsx'), 'OrderPage'),
})
