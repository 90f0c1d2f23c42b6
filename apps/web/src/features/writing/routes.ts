import { lazyPage } from '@mozhou/ui/app/lazy-page'
import { createRoute, notFound } from '@tanstack/solid-router'
import { appRoute } from '../../app-route.ts'
import { loadTool } from '../works/load-tool.ts'

export const toolsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/writing',
  component: lazyPage(() => import('./tools.page.tsx'), 'ToolsPage'),
})

/** Anybody can type an address: what cannot be an id is left out. */
const idIn = (value: unknown) =>
  typeof value === 'string' && /^[a-z]{3}_[0-9a-f]{32}$/.test(value) ? value : undefined

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
