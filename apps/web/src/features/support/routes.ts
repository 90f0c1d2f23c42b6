import { lazyPage } from '@mozhou/ui/app/lazy-page'
import { createRoute } from '@tanstack/solid-router'
import { appRoute } from '../../app-route.ts'
import type { AboutSearch } from './attached.ts'

export const supportRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/support',
  component: lazyPage(() => import('./support.page.tsx'), 'SupportPage'),
})

export const newConversationRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/support/new',
  validateSearch: ({ order, work, receipt }: Record<string, unknown>): AboutSearch => {
    if (typeof order === 'string') return { order }
    if (typeof receipt === 'string') return { receipt }
    return typeof work === 'string' ? { work } : {}
  },
  component: lazyPage(() => import('./new-conversation.page.tsx'), 'NewConversationPage'),
})

export const conversationRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/support/$conversationId',
  component: lazyPage(() => import('./conversation.page.tsx'), 'ConversationPage'),
})
