import { requireAccount } from '@mozhou/ui/app/require-account'
import { api } from '../api.ts'

/** Leads whoever is not signed in to the login page, and from there back to `href`; a visitor to what this is. */
export async function requireSignIn(href: string): Promise<void> {
  await requireAccount(() => api.auth.whoAmI.query(), href, '/welcome/')
}
