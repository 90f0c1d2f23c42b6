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

/** What the platform's reviewers do with a piece, by its title. */
export async function reviewPiece(
  account: PlayedAccount,
  piece: string,
  act: 'approve' | 'ban' | 'delete',
): Promise<void> {
  await post(`/publishing/wechat-mp/__ctl/accounts/${account.id}/act`, { piece, act })
}

/** The next submission of this account is taken, and its answer is lost. */
export async function loseAnswer({ id }: PlayedAccount): Promise<void> {
  await post('/__sandbox/behavior', {
    fault: 'cut-after-publish',
    times: 1,
    vendor: 'wechatmp',
    model: `${id} /cgi-bin/draft/add`,
  })
}

/** Somebody posts by hand on a platform that no program can post to. @returns its address, and the one that the app shares */
export function postByHand(site: string, title: string): Promise<{ address: string; shortAddress: string | null }> {
  return post('/publishing/console/__ctl/shelf', { site, title, body: '山里的早晨很安静。' })
}
