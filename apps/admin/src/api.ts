import type { AppRouter } from '@mozhou/api/routers/index'
import { createApiClient } from '@mozhou/ui/app/api-client'

let leave = () => {}

export const api = createApiClient<AppRouter>({ app: 'admin', onSignedOut: () => leave() })

/** What to do when the session is over for good; set once, by main.tsx, because the router knows the way out. */
export function whenSignedOut(handler: () => void): void {
  leave = handler
}
