import { redirect } from '@tanstack/solid-router'
import { isSignedOut, toShownError } from '../api/wire-error.ts'

/** Where to go after signing in: a path of ours, never another site's address. */
export function parseNext(search: Record<string, unknown>): { next?: string } {
  const next = search['next']
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? { next } : {}
}

/** The account that is signed in; where there is none, the way to the login page and back to `href`. */
export async function orSignIn<Account>(account: Promise<Account>, href: string): Promise<Account> {
  try {
    return await account
  } catch (cause) {
    if (!isSignedOut(toShownError(cause).code)) throw cause
    throw redirect({ to: '/login', search: href === '/' ? {} : { next: href } })
  }
}
