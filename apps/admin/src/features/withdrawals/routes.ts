import { lazyPage } from '@mozhou/ui/app/lazy-page'
import { createRoute } from '@tanstack/solid-router'
import { appRoute } from '../../app-route.ts'
import { parseWithdrawalSearch } from './withdrawal-search.ts'

export const withdrawalsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/withdrawals',
  validateSearch: parseWithdrawalSearch,
  component: lazyPage(() => import('./withdrawals.page.tsx'), 'WithdrawalsPage'),
})
