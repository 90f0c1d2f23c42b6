import { lazyPage } from '@mozhou/ui/app/lazy-page'
import { parseNext } from '@mozhou/ui/app/sign-in-route'
import { createRoute } from '@tanstack/solid-router'
import { appRoute } from '../../app-route.ts'

/** `renew`: who pays has ticked that the membership is to renew itself. */
function parseOrderSearch(search: Record<string, unknown>): { next?: string; renew?: true } {
  return { ...parseNext(search), ...(search['renew'] === true && { renew: true }) }
}

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
  validateSearch: parseOrderSearch,
  component: lazyPage(() => import('./order.page.tsx'), 'OrderPage'),
})
