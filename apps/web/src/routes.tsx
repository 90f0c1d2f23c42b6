import { NotFoundPage } from '@mozhou/ui/app/not-found-page.tsx'
import { routerDefaults } from '@mozhou/ui/app/router-defaults.tsx'
import { parseNext } from '@mozhou/ui/app/sign-in-route'
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  Outlet,
} from '@tanstack/solid-router'
import { parseLibrarySearch } from './features/creations/library-search.ts'
import { loadTool } from './features/works/load-tool.ts'

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage })

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: parseNext,
  component: lazyRouteComponent(() => import('./features/accounts/login.page.tsx'), 'LoginPage'),
})

const register = createRoute({
  getParentRoute: () => root,
  path: '/register',
  validateSearch: parseNext,
  component: lazyRouteComponent(() => import('./features/accounts/register.page.tsx'), 'RegisterPage'),
})

/** Everything behind the login. */
const app = createRoute({
  getParentRoute: () => root,
  id: 'app',
  beforeLoad: async ({ location }) => {
    const { requireSignIn } = await import('./session/require-sign-in.ts')
    await requireSignIn(location.href)
  },
  component: lazyRouteComponent(() => import('./shell/app-shell.tsx'), 'AppShell'),
})

const home = createRoute({
  getParentRoute: () => app,
  path: '/',
  component: lazyRouteComponent(() => import('./features/home/home.page.tsx'), 'HomePage'),
})

const writing = createRoute({
  getParentRoute: () => app,
  path: '/writing',
  component: lazyRouteComponent(() => import('./features/writing/tools.page.tsx'), 'ToolsPage'),
})

const idIn = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

const studio = createRoute({
  getParentRoute: () => app,
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
  component: lazyRouteComponent(() => import('./features/writing/studio.page.tsx'), 'StudioPage'),
})

const creations = createRoute({
  getParentRoute: () => app,
  path: '/creations',
  validateSearch: parseLibrarySearch,
  component: lazyRouteComponent(() => import('./features/creations/creations.page.tsx'), 'CreationsPage'),
})

const trash = createRoute({
  getParentRoute: () => app,
  path: '/creations/trash',
  component: lazyRouteComponent(() => import('./features/creations/trash.page.tsx'), 'TrashPage'),
})

const creation = createRoute({
  getParentRoute: () => app,
  path: '/creations/$creationId',
  loader: async ({ params }) => {
    const { loadCreation } = await import('./features/works/load-creation.ts')
    const tool = await loadTool((await loadCreation(params.creationId)).tool)
    if (!tool) throw notFound()
    return { tool }
  },
  component: lazyRouteComponent(() => import('./features/creations/creation.page.tsx'), 'CreationPage'),
})

const credits = createRoute({
  getParentRoute: () => app,
  path: '/credits',
  component: lazyRouteComponent(() => import('./features/credits/credits.page.tsx'), 'CreditsPage'),
})

const settings = createRoute({
  getParentRoute: () => app,
  path: '/settings',
  component: lazyRouteComponent(() => import('./features/accounts/settings.page.tsx'), 'SettingsPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    login,
    register,
    app.addChildren([home, writing, studio, creations, trash, creation, credits, settings]),
  ]),
  ...routerDefaults,
})

declare module '@tanstack/solid-router' {
  interface Register {
    router: typeof router
  }
}
