import { browserStack } from '../browser/env.ts'

async function post<T>(path: string, body: unknown): Promise<T> {
  const response = await fetch(browserStack.sandboxUrl + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return (await response.json()) as T
}

/** A public account at the sandbox's 公众号, with what its console shows. */
export interface PlayedAccount {
  id: string
  name: string
  appId: string
  appSecret: string
}

/** One whose reviews end when somebody says so. */
export function openPlayedAccount(name: string): Promise<PlayedAccount> {
  return post('/publishing/wechat-mp/__ctl/accounts', { name, reviewMs: 0, outcome: 'hold' })
}

const mp = '/publishing/wechat-mp'

interface Drafts {
  item: { media_id: string; content: { news_item: { title: string }[] } }[]
}

/** Its person publishes the draft of this title in the console. Then it is in review. */
export async function publishDraft(account: PlayedAccount, title: string): Promise<void> {
  const { access_token: token } = await post<{ access_token: string }>(`${mp}/cgi-bin/stable_token`, {
    grant_type: 'client_credential',
    appid: account.appId,
    secret: account.appSecret,
  })
  const call = <T>(name: string, body: unknown) => post<T>(`${mp}/cgi-bin/${name}?access_token=${token}`, body)
  const { item } = await call<Drafts>('draft/batchget', { offset: 0, count: 20, no_content: 1 })
  const draft = item.find(({ content }) => content.news_item[0]?.title === title)
  if (!draft) throw new Error(`there is no draft "${title}"`)
  await call('freepublish/submit', { media_id: draft.media_id })
}

/** What the platform's reviewers do with a piece, by its title. */
export async function reviewPiece(account: PlayedAccount, piece: string, act: 'approve' | 'ban'): Promise<void> {
  await post(`${mp}/__ctl/accounts/${account.id}/act`, { piece, act })
}

/** An account at the sandbox's 快手, whose reviews end when somebody says so. */
export function openFilmAccount(name: string): Promise<{ id: string; name: string }> {
  return post('/publishing/kuaishou/__ctl/accounts', { name, reviewMs: 0, outcome: 'hold' })
}

interface Pieces {
  pieces: { id: string; title: string; state: string }[]
}

/** What the platform has of it, by its own list. */
export async function filmsThere({ id }: { id: string }): Promise<Pieces['pieces']> {
  const response = await fetch(`${browserStack.sandboxUrl}/publishing/kuaishou/__ctl/accounts/${id}/pieces`)
  return ((await response.json()) as Pieces).pieces
}

export async function reviewFilm({ id }: { id: string }, piece: string, act: 'approve' | 'reject'): Promise<void> {
  await post(`/publishing/kuaishou/__ctl/accounts/${id}/act`, { piece, act })
}

/** Somebody posts by hand on a platform that no program can post to. @returns its address, and the one that the app shares */
export function postByHand(site: string, title: string): Promise<{ address: string; shortAddress: string | null }> {
  return post('/publishing/console/__ctl/shelf', { site, title, body: '山里的早晨很安静。' })
}
