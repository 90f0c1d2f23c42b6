import { Router, type Request, type Response } from 'express'
import { escapeHtml } from '../core/control/escape-html.ts'
import { sites, type Shelf } from './article-shelf.ts'
import { allPieces, type Room } from './room.ts'

/** As readers would find it on the open web: its address without the scheme. */
const placeOf = (address: string): string => address.replace(/^https?:\/\//u, '')

type Seen =
  | { kind: 'moved'; to: string }
  | { kind: 'gone'; words: string | null }
  | { kind: 'closed' }
  | { kind: 'page'; title: string; site: string; body: string }

function look(rooms: readonly Room[], shelf: Shelf, place: string): Seen {
  const found = allPieces(rooms).find(({ piece }) => isAt(piece.address, place))
  if (found) {
    const { piece, room } = found
    return piece.state === 'public'
      ? { kind: 'page', title: piece.title, site: room.name, body: piece.body }
      : { kind: 'gone', words: room.goneWords?.[piece.state] ?? null }
  }
  for (const piece of shelf.list()) {
    if (piece.shortAddress !== null && placeOf(piece.shortAddress) === place)
      return { kind: 'moved', to: piece.address }
    if (!isAt(piece.address, place)) continue
    if (piece.isGone) return { kind: 'gone', words: null }
    const site = sites[piece.site]
    return site?.isClosed === true
      ? { kind: 'closed' }
      : { kind: 'page', title: piece.title, site: site?.name ?? '', body: piece.body }
  }
  return { kind: 'gone', words: null }
}

/** The order of a query's parts says nothing, and an address may have been shortened to what it needs. */
function isAt(address: string, place: string): boolean {
  const [one, other] = [new URL(`http://${placeOf(address)}`), new URL(`http://${place}`)]
  if (one.host !== other.host || one.pathname !== other.pathname) return false
  return [...one.searchParams].every(([name, value]) => other.searchParams.get(name) === value)
}

/** What is shown is words: nothing of what was sent runs here. */
const wordsOf = (body: string): string =>
  escapeHtml(
    body
      .replaceAll(/<[^>]*>/gu, ' ')
      .replaceAll(/\s+/gu, ' ')
      .trim(),
  )

function show(response: Response, seen: Seen): void {
  if (seen.kind === 'moved') return response.redirect(302, seen.to)
  if (seen.kind === 'gone' && seen.words !== null)
    return void response.type('html').send(document(seen.words, seen.words, ''))
  if (seen.kind === 'gone')
    return void response
      .status(404)
      .type('html')
      .send(document('页面不存在', '页面不存在', ''))
  if (seen.kind === 'closed') return response.redirect(302, '/login?redirectPath=note')
  response.type('html').send(document(seen.title, `${seen.title} - ${seen.site}`, `<p>${wordsOf(seen.body)}</p>`))
}

const document = (title: string, tab: string, body: string) => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta property="og:title" content="${escapeHtml(title)}">
<title>${escapeHtml(tab)}</title>
</head>
<body>
<p>沙盒示例</p>
<h1>${escapeHtml(title)}</h1>
${body}
</body>
</html>
`

/** Mounted where the open web would be: `/<host>/<path>`. */
export function articlePages(rooms: readonly Room[], shelf: Shelf): Router {
  return Router().use((request: Request, response: Response) => {
    response.setHeader('content-security-policy', "default-src 'none'; base-uri 'none'; form-action 'none'")
    show(response, look(rooms, shelf, request.url.slice(1)))
  })
}
