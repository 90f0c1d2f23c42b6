import { platforms } from '@mozhou/platforms/platforms'
import { evidenceFrom } from '../platform-call.ts'
import type { AddressCheck, Gone, PageSeen, PublishingTarget, Standing } from '../port.ts'
import type { AssistedPlatform } from './editor.ts'
import { isSameTitle, readPage, titleOf } from './read-page.ts'

/** People paste what the app's share button gives them: words with an address inside. */
const addressInText = /https?:\/\/[^\s，。！、；》】）"'<>]+/iu
const mostHops = 3

const isOf = (hosts: readonly string[], { hostname }: URL): boolean =>
  hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`))

function addressIn(text: string): URL | null {
  const found = addressInText.exec(text)?.[0] ?? ''
  return URL.canParse(found) ? new URL(found) : null
}

/** Without what only tells who shared it; null when it leads to no piece. */
function pieceOf({ pieces }: AssistedPlatform, url: URL): URL | null {
  const piece = pieces.find(({ path }) => path.test(url.pathname + url.search))
  if (!piece) return null
  const kept = new URL(`https://${url.host}${url.pathname}`)
  for (const name of piece.parameters) {
    const value = url.searchParams.get(name)
    if (value !== null) kept.searchParams.set(name, value)
  }
  return kept
}

/** A user name or a port in an address is nobody's share link. */
const isPlain = (url: URL) => url.username === '' && url.password === '' && url.port === ''

export async function checkAddress(
  target: PublishingTarget,
  platform: AssistedPlatform,
  given: { url: string; title: string },
  signal: AbortSignal,
): Promise<AddressCheck> {
  const { hosts } = platforms[platform.platform]
  const bad = (why: Extract<AddressCheck, { verdict: 'bad' }>['why'], gone: Gone | null = null) =>
    ({ verdict: 'bad', why, hosts, gone }) as const
  const address = addressIn(given.url)
  if (address === null) return bad('not_an_address')
  if (!isPlain(address) || !isOf(hosts, address)) return bad('other_platform')
  const isShort = isOf(platform.shortHosts, address)
  const piece = pieceOf(platform, address)
  if (!isShort && piece === null) return bad('not_a_piece')
  const look = await followTo(target, platform, piece ?? address, signal)
  if (look !== 'elsewhere' && 'actor' in look) {
    const read = { by: 'platform' as const, at: target.clock.now(), bytes: look.bytes }
    return bad('page_absent', { actor: look.actor, evidence: evidenceFrom('public_page', read) })
  }
  if (look === 'elsewhere') return bad(isShort ? 'not_a_piece' : 'page_absent')
  const page = seenOf(platforms[platform.platform].name.zh, given.title, look)
  const url = look.url.href
  const bytes = look.bytes ?? url
  const evidence = evidenceFrom('address_given', { by: 'user', at: target.clock.now(), bytes })
  return { verdict: 'good', url, page, evidence }
}

interface Look {
  url: URL
  html: string | null
  bytes: Uint8Array | null
  why: string | null
}

interface GonePage {
  actor: Standing['actor']
  bytes: Uint8Array
}

/** From one address to the page it leads to, never off the platform. A page that cannot be read is no objection. */
async function followTo(
  target: PublishingTarget,
  platform: AssistedPlatform,
  start: URL,
  signal: AbortSignal,
): Promise<Look | GonePage | 'elsewhere'> {
  let url = start
  const unseen = (why: string): Look => ({ url, html: null, bytes: null, why })
  if (platform.closed !== null && !isOf(platform.shortHosts, url)) return unseen(platform.closed)
  for (let hop = 0; hop <= mostHops; hop += 1) {
    const page = await readPage(target, url, signal)
    if (page.kind === 'absent')
      return { actor: removerIn(platform, new TextDecoder().decode(page.bytes)), bytes: page.bytes }
    if (page.kind === 'closed') return unseen(page.why)
    if (page.kind === 'html') {
      const { html, bytes } = page
      return isGone(platform, html) ? { actor: removerIn(platform, html), bytes } : { url, html, bytes, why: null }
    }
    if (!isPlain(page.to) || !isOf(platforms[platform.platform].hosts, page.to)) return 'elsewhere'
    const piece = pieceOf(platform, page.to)
    // A page for signing in is no sign that the piece is gone.
    if (piece === null && !isOf(platform.shortHosts, page.to))
      return isOf(platform.shortHosts, url) ? 'elsewhere' : unseen('asks_to_sign_in')
    if (piece !== null && platform.closed !== null) return { url: piece, html: null, bytes: null, why: platform.closed }
    url = piece ?? page.to
  }
  return unseen('too_many_redirects')
}

const isGone = ({ goneWords }: AssistedPlatform, html: string) => goneWords.some((words) => html.includes(words))

/** Null where the page does not say who it was: nobody is accused. */
function removerIn({ goneBy = {} }: AssistedPlatform, html: string): Standing['actor'] {
  const says = (words: readonly string[] = []) => words.some((one) => html.includes(one))
  if (says(goneBy.user)) return 'user'
  return says(goneBy.platform) ? 'platform' : null
}

/** A page that a script fills in has no title but the platform's name. */
function seenOf(platform: string, wanted: string, { html, why }: Look): PageSeen {
  const title = html === null ? null : titleOf(html)
  if (title === null || title === platform) return { seen: 'unseen', why: why ?? 'no_title' }
  if (wanted.trim() === '') return { seen: 'unseen', why: 'nothing_to_compare' }
  return { seen: isSameTitle(wanted, title) ? 'same' : 'other', title }
}
