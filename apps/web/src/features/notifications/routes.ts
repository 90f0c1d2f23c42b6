import { lazyPage } from '@mozhou/ui/app/lazy-page'
import { createRoute } from '@tanstack/solid-router'
import { appRoute } from '../../app-route.ts'

export const messagesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/messages',
  component: lazyPage(() => import('./messages.page.tsx'), 'MessagesPage'),
})
