import { lazyPage } from '@mozhou/ui/app/lazy-page'
import { createRoute } from '@tanstack/solid-router'
import { appRoute } from '../../app-route.ts'

export const featuresRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/features',
  component: lazyPage(() => import('./features.page.tsx'), 'FeaturesPage'),
})
