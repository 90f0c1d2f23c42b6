import { lazyPage } from '@mozhou/ui/app/lazy-page'
import { createRoute } from '@tanstack/solid-router'
import { appRoute } from '../../app-route.ts'
import { parseRebateSearch, parseReferralSearch } from './search.ts'

export const referralsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/referrals',
  validateSearch: parseReferralSearch,
  component: lazyPage(() => import('./referrals.page.tsx'), 'ReferralsPage'),
})

export const rebatesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/rebates',
  validateSearch: parseRebateSearch,
  component: lazyPage(() => import('./rebates.page.tsx'), 'RebatesPage'),
})

export const referralRulesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/referral-rules',
  component: lazyPage(() => import('./rules.page.tsx'), 'RulesPage'),
})
