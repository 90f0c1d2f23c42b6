import { createAppRoutes } from '@mozhou/ui/app/app-routes'
import { lazyPage } from '@mozhou/ui/app/lazy-page'
import { redirectTo } from '@mozhou/ui/app/menu-entry'
import { requireAccount } from '@mozhou/ui/app/require-account'
import { api } from './api.ts'
import { pageAt, pagesFor } from './menu.ts'
import type { OperatorEntry } from './menu.ts'

/** What `pages.ts` composes of the features, for what stands around them: it must not know them by name. */
export interface AppContext {
  menu: readonly OperatorEntry[]
}

export const { rootRoute, appRoute } = createAppRoutes<AppContext>({
  /** A page one may not enter leads to the first one may. */
  enter: async ({ href, pathname, context: { menu } }) => {
    const user = await requireAccount(() => api.auth.whoAmI.query(), href)
    const page = pageAt(menu, pathname)
    const first = pagesFor(menu, user.permissions)[0]
    if (page && first && !user.permissions.includes(page.permission)) throw redirectTo(first)
  },
  shell: lazyPage(() => import('./shell/app-shell.tsx'), 'AppShell'),
})
