import { lazyPage } from '@mozhou/ui/app/lazy-page'
import { createRoute } from '@tanstack/solid-router'
import { appRoute } from '../../app-route.ts'

export const imagePricesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/image-prices',
  component: lazyPage(() => import('./image-prices.page.tsx'), 'ImagePricesPage'),
})
