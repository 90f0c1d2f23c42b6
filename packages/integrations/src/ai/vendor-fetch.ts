import { guardedFetch } from '../guarded-fetch.ts'
import type { TextTarget } from './port.ts'

/** What every adapter calls its vendor with: guarded, except where the catalogue vouches for a private address. */
export function vendorFetch(target: Pick<TextTarget, 'network'>): typeof fetch {
  return target.network === 'private' ? fetchWithoutRedirect : guardedFetch
}

/** An address was vouched for, not where it sends us: keys and prompts do not follow there either. */
const fetchWithoutRedirect: typeof fetch = (input, init) => fetch(input, { ...init, redirect: 'manual' })
