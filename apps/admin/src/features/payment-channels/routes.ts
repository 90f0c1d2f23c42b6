import { lazyPage } from '@mozhou/ui/app/lazy-page'
import { createRoute } from '@tanstack/solid-router'
import { appRoute } from '../../app-route.ts'

export const paymentChannelsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/payment-channels',
  component: lazyPage(() => import('./payment-channels.page.tsx'), 'PaymentChannelsPage'),
})
