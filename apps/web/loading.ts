import { toolKeys } from '@mozhou/contracts/tools/registry'
import type { ToolKey } from '@mozhou/contracts/tools/registry'
import type { PageBudget } from '@mozhou/ui/vite/page-budgets'
import type { RouteSources } from '@mozhou/ui/vite/route-files'
import type { Stage } from '@mozhou/ui/vite/stages'

const kit = (name: string) => `../../packages/ui/src/components/${name}.tsx`
const page = (name: string) => `src/features/${name}.page.tsx`

const app = ['src/shell/app-shell.tsx', 'src/session/require-sign-in.ts', page('home/home')]
const studio = page('writing/studio')
const images = [...app, page('images/images')]
const image = [...app, page('images/image'), 'src/features/images/result/finished-pictures.tsx']

/** In the order in which a visit needs them: to sign in, to be in, to write, to read what was written. */
export const stages: readonly Stage[] = [
  { name: 'start', sources: ['src/main.tsx', page('accounts/login')] },
  // The parts of the kit are small, and on nearly every page.
  { name: 'app', sources: [...app, ...['select', 'menu', 'dialog', 'switch', 'lazy-part', 'text-area'].map(kit)] },
  { name: 'studio', sources: [studio] },
  { name: 'markdown', sources: ['markdown', 'streaming-markdown'].map(kit) },
]

const toolSource = (tool: ToolKey) => `../../packages/contracts/src/tools/${tool}/tool.ts`

const toolPages = toolKeys.map((tool) => ({
  page: `/writing/${tool}`,
  sources: [...app, studio, toolSource(tool)],
  maxBytes: 180_000,
}))

export const routes: readonly RouteSources[] = [
  { path: '/', sources: app },
  { path: '/writing', sources: [...app, page('writing/tools')] },
  ...toolPages.map(({ page: path, sources }) => ({ path, sources })),
  { path: '/creations', sources: [...app, page('creations/creations')] },
  { path: '/creations/trash', sources: [...app, page('creations/trash')] },
  {
    path: '/creations/*',
    sources: [
      ...app,
      page('creations/creation'),
      'src/features/writing/written-work.tsx',
      studio,
      'src/features/writing/finished-result.tsx',
    ],
  },
  { path: '/images', sources: images },
  { path: '/images/*', sources: image },
  { path: '/publish', sources: [...app, page('publications/publications')] },
  { path: '/publish/new', sources: [...app, page('publications/compose/compose')] },
  { path: '/publish/calendar', sources: [...app, page('publications/calendar/calendar')] },
  { path: '/publish/accounts', sources: [...app, page('publications/accounts/accounts')] },
  { path: '/publish/connected', sources: [...app, page('publications/accounts/connected')] },
  { path: '/h/*', sources: [page('publications/phone/handed-over')] },
  { path: '/publish/*', sources: [...app, page('publications/one/publication')] },
  { path: '/campaigns', sources: [...app, page('campaigns/campaigns')] },
  { path: '/campaigns/*', sources: [...app, page('campaigns/campaign')] },
  { path: '/credits', sources: [...app, page('credits/credits')] },
  { path: '/recharge', sources: [...app, page('orders/recharge')] },
  { path: '/membership', sources: [...app, page('orders/membership')] },
  { path: '/orders', sources: [...app, page('orders/orders')] },
  { path: '/orders/*', sources: [...app, page('orders/order')] },
  { path: '/support', sources: [...app, page('support/support')] },
  { path: '/support/new', sources: [...app, page('support/new-conversation')] },
  { path: '/support/*', sources: [...app, page('support/conversation')] },
  { path: '/settings', sources: [...app, page('accounts/settings')] },
  { path: '/settings/files', sources: [...app, page('files/files')] },
  { path: '/settings/webhooks', sources: [...app, page('webhooks/webhooks')] },
]

/** The build fails above these; `npm run bench -- web` measures what a browser really loads. */
export const budgets: readonly PageBudget[] = [
  { page: '/login', sources: [page('accounts/login')], maxBytes: 90_000 },
  { page: '/', sources: app, maxBytes: 125_000 },
  // Brushes, pickers and comparison come when they are used.
  { page: '/images', sources: images, maxBytes: 145_000 },
  { page: '/images/*', sources: image, maxBytes: 155_000 },
  ...toolPages,
]
