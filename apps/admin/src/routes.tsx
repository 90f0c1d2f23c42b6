import type { ToolDefinition } from '@mozhou/contracts/tools/tool'
import { NotFoundPage } from '@mozhou/ui/app/not-found-page.tsx'
import { queryClient } from '@mozhou/ui/api/query-client'
import { routerDefaults } from '@mozhou/ui/app/router-defaults.tsx'
import { orSignIn, parseNext } from '@mozhou/ui/app/sign-in-route'
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  Outlet,
  redirect,
} from '@tanstack/solid-router'
import { me } from './features/accounts/queries.ts'
import { pageAt, pagesFor } from './shell/pages.ts'

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage })

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: parseNext,
  component: lazyRouteComponent(() => import('./features/accounts/login.page.tsx'), 'LoginPage'),
})

/** Everything behind the login; a page one may not enter leads to the first one may. */
const app = createRoute({
  getParentRoute: () => root,
  id: 'app',
  beforeLoad: async ({ location }) => {
    const user = await orSignIn(queryClient.ensureQueryData(me()), location.href)
    const page = pageAt(location.pathname)
    const first = pagesFor(user.permissions)[0]
    if (page && first && !user.permissions.includes(page.permission)) throw redirect({ to: first.path })
  },
  component: lazyRouteComponent(() => import('./shell/app-shell.tsx'), 'AppShell'),
})

const overview = createRoute({
  getParentRoute: () => app,
  path: '/',
  component: lazyRouteComponent(() => import('./features/credits/money-checks.page.tsx'), 'MoneyChecksPage'),
})

const models = createRoute({
  getParentRoute: () => app,
  path: '/models',
  component: lazyRouteComponent(() => import('./features/models/models.page.tsx'), 'ModelsPage'),
})

const prompts = createRoute({
  getParentRoute: () => app,
  path: '/prompts',
  component: lazyRouteComponent(() => import('./features/prompts/prompts.page.tsx'), 'PromptsPage'),
})

const toolPrompt = createRoute({
  getParentRoute: () => app,
  path: '/prompts/$tool',
  loader: async ({ params }) => {
    const { tools } = await import('@mozhou/contracts/tools/registry')
    const definition = Object.values(tools).find(({ key }) => key === params.tool)
    if (!definition) throw notFound()
    return { tool: definition as ToolDefinition }
  },
  component: lazyRouteComponent(() => import('./features/prompts/tool-prompt.page.tsx'), 'ToolPromptPage'),
})

const usage = createRoute({
  getParentRoute: () => app,
  path: '/usage',
  component: lazyRouteComponent(() => import('./features/usage/usage.page.tsx'), 'UsagePage'),
})

const refunds = createRoute({
  getParentRoute: () => app,
  path: '/refunds',
  component: lazyRouteComponent(() => import('./features/credits/refunds.page.tsx'), 'RefundsPage'),
})

const workflows = createRoute({
  getParentRoute: () => app,
  path: '/workflows',
  component: lazyRouteComponent(() => import('./features/workflows/workflows.page.tsx'), 'WorkflowsPage'),
})

const users = createRoute({
  getParentRoute: () => app,
  path: '/users',
  component: lazyRouteComponent(() => import('./features/users/users.page.tsx'), 'UsersPage'),
})

const audit = createRoute({
  getParentRoute: () => app,
  path: '/audit',
  component: lazyRouteComponent(() => import('./features/audit/audit.page.tsx'), 'AuditPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    login,
    app.addChildren([overview, models, prompts, toolPrompt, usage, refunds, workflows, users, audit]),
  ]),
  ...routerDefaults,
})

declare module '@tanstack/solid-router' {
  interface Register {
    router: typeof router
  }
}
