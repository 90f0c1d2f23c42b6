import { lazyPage } from '@mozhou/ui/app/lazy-page'
import { createRoute, notFound } from '@tanstack/solid-router'
import { appRoute } from '../../app-route.ts'
import { parsePromptFilters } from './prompt-filters.ts'

export const promptsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/prompts',
  validateSearch: parsePromptFilters,
  component: lazyPage(() => import('./prompts.page.tsx'), 'PromptsPage'),
})

export const toolPromptRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/prompts/$tool',
  loader: async ({ params }) => {
    const { promptTools } = await import('@mozhou/contracts/prompts/prompt-tools')
    const definition = Object.values(promptTools).find(({ key }) => key === params.tool)
    if (!definition) throw notFound()
    return { tool: definition }
  },
  // Another tool's trial has another form.
  remountDeps: ({ params }) => params.tool,
  component: lazyPage(() => import('./tool-prompt.page.tsx'), 'ToolPromptPage'),
})
