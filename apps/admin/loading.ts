import type { RouteSources } from '@mozhou/ui/vite/route-files'
import type { Stage } from '@mozhou/ui/vite/stages'

const page = (name: string) => `src/features/${name}.page.tsx`

const app = ['src/shell/app-shell.tsx', page('credits/money-checks')]

/** In the order in which a visit needs them: to sign in, to be in. */
export const stages: readonly Stage[] = [
  { name: 'start', sources: ['src/main.tsx', page('accounts/login')] },
  { name: 'app', sources: app },
]

export const routes: readonly RouteSources[] = [
  { path: '/', sources: app },
  ...['users', 'support', 'models', 'prompts', 'usage', 'workflows', 'audit'].map((name) => ({
    path: `/${name}`,
    sources: [...app, page(`${name}/${name}`)],
  })),
  { path: '/refunds', sources: [...app, page('credits/refunds')] },
]
