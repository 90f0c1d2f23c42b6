import type { Evidence } from '@mozhou/integrations/publishing/evidence-port'
import type { AddressCheck, Gone } from '@mozhou/integrations/publishing/port'

/** What a platform's readers find, as a test decides. */
export interface PlayedPages {
  /** Pages that are gone, by their path, and by whom. */
  gonePages: Map<string, Gone['actor']>
  /** It shows its pages to nobody. */
  arePagesClosed: boolean
}

type Bad = Extract<AddressCheck, { verdict: 'bad' }>
const hosts = ['example.com']
const bad = (why: Bad['why'], gone: Gone | null = null): Bad => ({ verdict: 'bad', why, hosts, gone })

export function checkPlayedAddress(
  { gonePages, arePagesClosed }: PlayedPages,
  { url, title }: { url: string; title: string },
  evidence: (source: string, by?: Evidence['by']) => Evidence,
): AddressCheck {
  const parsed = URL.parse(url)
  if (!parsed) return bad('not_an_address')
  const { host, pathname } = parsed
  if (host !== 'example.com') return bad('other_platform')
  const actor = pathname === '/gone' ? null : gonePages.get(pathname)
  if (actor !== undefined) return bad('page_absent', { actor, evidence: evidence('page') })
  const good = { verdict: 'good', url, evidence: evidence('page', 'user') } as const
  if (arePagesClosed) return { ...good, page: { seen: 'unseen', why: 'closed' } }
  if (pathname === '/other') return { ...good, page: { seen: 'other', title: '别人的文章' } }
  return { ...good, page: { seen: 'same', title } }
}
