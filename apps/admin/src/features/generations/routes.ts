import { lazyPage } from '@mozhou/ui/app/lazy-page'
import { createRoute } from '@tanstack/solid-router'
import { appRoute } from '../../app-route.ts'

export const generationRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/generations/$generationId',
  // Answers and dialogs of one run are not another's.
  remountDeps: ({ params }) => params.generationId,
  component: lazyPage(() => import('./generation.page.tsx'), 'GenerationPage'),
})
