import { readCapped } from '../../ai/images/capped-body.ts'
import { unanswered, withDeadline } from '../../ai/images/lost-call.ts'
import { platformFetch, timeoutsOf } from '../platform-call.ts'
import type { PublishingTarget } from '../port.ts'

export type Page =
  | { kind: 'html'; url: URL; html: string; bytes: Uint8Array }
  | { kind: 'moved'; to: URL }
  | { kind: 'absent'; bytes: Uint8Array }
  | { kind: 'closed'; why: string }

const maxPageBytes = 3 * 1024 * 1024
const headers = {
  accept: 'text/html',
  'accept-language': 'zh-CN',
  'user-agent': 'Mozilla/5.0 (compatible; MozhouLinkCheck/1.0)',
}

/** The open web, or what plays it: there a page of any host stands below one address. */
function placeOf({ pagesBaseUrl }: PublishingTarget, url: URL): string {
  if (pagesBaseUrl === null) return `https://${url.host}${url.pathname}${url.search}`
  return `${pagesBaseUrl.replace(/\/+$/, '')}/${url.host}${url.pathname}${url.search}`
}

/** One page, without following where it leads. @throws VendorError `unavailable`, or the reason of `signal` */
export function readPage(target: PublishingTarget, url: URL, signal: AbortSignal): Promise<Page> {
  const call = { vendor: target.platform, mode: 'safe' as const, timeoutMs: timeoutsOf(target).callMs }
  return withDeadline(call, signal, async (either) => {
    const response = await platformFetch(target)(placeOf(target, url), { headers, redirect: 'manual', signal: either })
    const location = response.headers.get('location')
    if (response.status >= 300 && response.status < 400 && location !== null) {
      await response.body?.cancel()
      return URL.canParse(location, url.href)
        ? { kind: 'moved', to: new URL(location, url) }
        : { kind: 'closed', why: 'unreadable_redirect' }
    }
    const bytes = await readCapped(response, maxPageBytes)
    if (response.status === 404 || response.status === 410) return { kind: 'absent', bytes }
    if (response.status >= 500) throw unanswered(target.platform, 'safe', `http_${response.status}`)
    if (!response.ok) return { kind: 'closed', why: `http_${response.status}` }
    return { kind: 'html', url, html: bytes.toString('utf8'), bytes }
  })
}

/** Bounded, so that a page cannot make the search long. */
const titles = [
  /<meta\b[^>]{0,400}\bproperty=["']og:title["'][^>]{0,400}\bcontent=(?:"([^"]{0,400})"|'([^']{0,400})')/iu,
  /<meta\b[^>]{0,400}\bcontent=(?:"([^"]{0,400})"|'([^']{0,400})')[^>]{0,400}\bproperty=["']og:title["']/iu,
  /<h1\b[^>]{0,400}>([^<]{1,400})<\/h1>/iu,
  /<title\b[^>]{0,400}>([^<]{1,400})<\/title>/iu,
] as const

const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#x27': "'",
  nbsp: ' ',
  amp: '&',
}

/** The title that a page gives itself; null when it gives none. */
export function titleOf(html: string): string | null {
  const head = html.slice(0, 400_000)
  for (const pattern of titles) {
    const found = pattern.exec(head)
    const text = (found?.[1] ?? found?.[2] ?? '').trim()
    if (text !== '')
      return text.replaceAll(/&(#?\w+);/gu, (whole, name: string) => entities[name.toLowerCase()] ?? whole)
  }
  return null
}

const bare = (title: string) =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}\p{S}]/gu, '')

/** Sites put their name and the author's behind a title; punctuation comes and goes with their typography. */
export function isSameTitle(wanted: string, seen: string): boolean {
  const [one, other] = [bare(wanted), bare(seen)]
  return one !== '' && other.startsWith(one)
}
