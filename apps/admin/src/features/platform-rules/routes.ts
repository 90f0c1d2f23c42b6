import { lazyPage } from '@mozhou/ui/app/lazy-page'
import { createRoute } from '@tanstack/solid-router'
import { appRoute } from '../../app-route.ts'
import { parseRuleSearch } from './rule-search.ts'

export const platformRulesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/platform-rules',
  validateSearch: parseRuleSearch,
  component: lazyPage(() => import('./platform-rules.page.tsx'), 'PlatformRulesPage'),
})

export const wordListRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/platform-rules/words',
  component: lazyPage(() => import('./word-list.page.tsx'), 'WordListPage'),
})
