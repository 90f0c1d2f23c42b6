import { firstTouchCookie, firstTouchDays, firstTouchLimits } from '@mozhou/contracts/accounts/first-touch'

export interface Visit {
  /** The page's own address. */
  url: URL
  /** `document.referrer`: empty, or an address. */
  referrer: string
  now: Date
}

const named = ['utm_source', 'utm_medium', 'utm_campaign', 'ref'] as const

/** The cookie's text: a query string, so that neither side needs a format of its own. */
export function firstTouchOf({ url, referrer, now }: Visit): string {
  const touch = new URLSearchParams()
  for (const name of named) {
    const value = url.searchParams.get(name)?.trim().slice(0, firstTouchLimits.value)
    if (value) touch.set(name, value)
  }
  const host = foreignHost(referrer, url)
  if (host !== null) touch.set('referrer', host)
  touch.set('at', now.toISOString())
  return touch.toString()
}

/** The site alone: which page somebody read there is nobody's business. */
function foreignHost(referrer: string, url: URL): string | null {
  if (!URL.canParse(referrer)) return null
  const { hostname } = new URL(referrer)
  return hostname === '' || hostname === url.hostname ? null : hostname
}

/**
 * Notes the first visit, for 30 days. A later one neither replaces nor prolongs it. Readable by scripts because a script writes it;
 * it holds nothing that the address bar did not. Safari keeps such cookies for 7 days only.
 */
export function rememberFirstTouch(page: Pick<Document, 'cookie' | 'referrer'>, url: URL, now: Date): void {
  if (page.cookie.split('; ').some((pair) => pair.startsWith(`${firstTouchCookie}=`))) return
  const secure = url.protocol === 'https:' ? '; Secure' : ''
  const maxAge = firstTouchDays * 24 * 3_600
  page.cookie = `${firstTouchCookie}=${firstTouchOf({ url, referrer: page.referrer, now })}; Max-Age=${maxAge}; Path=/; SameSite=Lax${secure}`
}
