import { queryClient } from '@mozhou/ui/api/query-client'
import { orSignIn } from '@mozhou/ui/app/sign-in-route'
import { me } from './queries.ts'

/** Leads whoever is not signed in to the login page, and from there back to `href`. */
export async function requireSignIn(href: string): Promise<void> {
  await orSignIn(queryClient.ensureQueryData(me()), href)
}
