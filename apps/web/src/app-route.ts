import type { CreationDto } from '@mozhou/contracts/creations/answers'
import type { CreationKind } from '@mozhou/contracts/creations/kinds'
import { createAppRoutes } from '@mozhou/ui/app/app-routes'
import { lazyPage } from '@mozhou/ui/app/lazy-page'
import type { Component } from 'solid-js'
import type { CreatorEntry } from './menu.ts'

/** Shows a work from the library, and follows it while it changes. */
export type WorkView = Component<{ creation: CreationDto }>

/** What `pages.ts` composes of the features, for what stands around them: it must not know them by name. */
export interface AppContext {
  menu: readonly CreatorEntry[]
  /** What opens a work of each kind. @throws notFound() for one that it does not know. */
  works: Record<CreationKind, (creation: CreationDto) => Promise<WorkView>>
}

export const { rootRoute, appRoute } = createAppRoutes<AppContext>({
  enter: async ({ href }) => {
    const { requireSignIn } = await import('./session/require-sign-in.ts')
    await requireSignIn(href)
  },
  shell: lazyPage(() => import('./shell/app-shell.tsx'), 'AppShell'),
})
