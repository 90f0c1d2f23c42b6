import { lazyPage } from '@mozhou/ui/app/lazy-page'
import { createRoute, notFound } from '@tanstack/solid-router'
import { appRoute } from '../../app-route.ts'
import { loadTool } from '../works/load-tool.ts'

export const toolsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/writing',
  component: lazyPage(() => import('./tools.page.tsx'), 'ToolsPage'),
})

const idIn = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

export const studioRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/writing/$tool',
  validateSearch: (search: Record<string, unknown>): { creation?: string; generation?: string } => {
    const creation = idIn(search['creation'])
    const generation = idIn(search['generation'])
    return { ...(creation ? { creation } : {}), ...(creation && generation ? { generation } : {}) }
  },
  loader: async ({ params }) => {
    const tool = await loadTool(params.tool)
    if (!tool) throw notFound()
    return { tool }
  },
  // Another tool is another form, also for who comes straight from one to the other through the browser's history.
  remountDeps: ({ params }) => params.tool,
  component: lazyPage(() => import('./studio.page.tsx'), 'StudioPage'),
})
