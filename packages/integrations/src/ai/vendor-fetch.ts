import { guardedFetch } from '../guarded-fetch.ts'
import type { TextTarget } from './port.ts'

/** What every adapter calls its vendor with: guarded, except where the catalogue vouches for a private address. */
export function vendorFetch(target: Pick<TextTarget, 'network'>): typeof fetch {
  return target.network === 'private' ? fetch : guardedFetch
}
