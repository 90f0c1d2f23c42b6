import { setTimeout as pause } from 'node:timers/promises'
import type { PlatformKey } from '@mozhou/platforms/platforms'
import { readSandboxUrl } from '../../ai/testing/env.ts'
import type { AccountSession, Connected, Credentials } from '../account-port.ts'
import type { UploadState } from '../media-port.ts'
import type { PlatformRef, PublishingConnector, PublishingTarget, PublishInput, Standing, Submission } from '../port.ts'
import { createConnector } from '../registry.ts'

export const never: AbortSignal = new AbortController().signal

const paths: Readonly<Partial<Record<PlatformKey, string>>> = {
  wechat_official: '/publishing/wechat-mp',
  kuaishou: '/publishing/kuaishou',
  douyin: '/publishing/douyin',
  baijiahao: '/publishing/baijiahao',
}

const pluginKeys: Readonly<Partial<Record<PlatformKey, string>>> = { wechat_official: 'wechatmp' }

export interface SandboxAccount {
  platform: PlatformKey
  connector: PublishingConnector
  /** What the sandbox says of the account. */
  given: Readonly<Record<string, string>>
  session(): AccountSession
  /** How often credentials were drawn anew. */
  renewals(): number
  control<T>(name: string, body?: unknown): Promise<T>
  pieces(): Promise<{ id: string; title: string; state: string; names: Record<string, string> }[]>
  /** The next call of this account to that endpoint is struck. */
  strike(fault: string, endpoint: string, times?: number): Promise<void>
}

async function post<T>(path: string, body: unknown): Promise<T> {
  const response = await fetch(readSandboxUrl() + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`)
  return (text === '' ? null : JSON.parse(text)) as T
}

export function sandboxTarget(
  platform: PlatformKey,
  given: Readonly<Record<string, unknown>>,
  more: Partial<PublishingTarget> = {},
): PublishingTarget {
  return {
    platform,
    baseUrl: typeof given.baseUrl === 'string' ? given.baseUrl : null,
    app: (given.app as PublishingTarget['app'] | undefined) ?? null,
    network: 'private',
    pagesBaseUrl: `${readSandboxUrl()}/publishing/pages`,
    clock: { now: () => new Date() },
    ...more,
  }
}

/** Follows where the platform's page for permission leads, as its owner who agrees. */
async function allow(connector: PublishingConnector, accountId: string): Promise<Connected> {
  const { oauth } = connector.connections
  if (!oauth) throw new Error('there is nothing to allow')
  const redirectUrl = 'https://mozhou.example.com/back'
  const address = new URL(oauth.authorizeUrl({ redirectUrl, state: 'state-1' }))
  address.searchParams.set('who', accountId)
  const response = await fetch(address, { redirect: 'manual' })
  const back = new URL(response.headers.get('location') ?? '')
  if (back.searchParams.get('state') !== 'state-1') throw new Error('the state was lost')
  return oauth.exchange({ code: back.searchParams.get('code') ?? '', redirectUrl }, never)
}

/** A new account at the sandbox, connected as its owner would. */
export async function connectSandbox(
  platform: PlatformKey,
  settings: Readonly<Record<string, unknown>> = {},
  more: Partial<PublishingTarget> = {},
): Promise<SandboxAccount & { connected: Connected }> {
  const path = paths[platform] ?? ''
  const given = await post<Record<string, string>>(`${path}/__ctl/accounts`, { reviewMs: 0, ...settings })
  const connector = createConnector(sandboxTarget(platform, given, more))
  const { appKeys } = connector.connections
  const connected = appKeys ? await appKeys.connect(given, never) : await allow(connector, given.id ?? '')
  let stored: Credentials = connected.credentials
  let renewals = 0
  return {
    platform,
    connector,
    given,
    connected,
    renewals: () => renewals,
    session: () => ({
      credentials: stored,
      async renew(stale, signal) {
        if (stored !== stale) return stored
        renewals += 1
        stored = await connector.refresh(stale, signal)
        return stored
      },
    }),
    control: (name, body = {}) => post(`${path}/__ctl/accounts/${given.id}/${name}`, body),
    async pieces() {
      const response = await fetch(`${readSandboxUrl()}${path}/__ctl/accounts/${given.id}/pieces`)
      return ((await response.json()) as { pieces: Awaited<ReturnType<SandboxAccount['pieces']>> }).pieces
    },
    strike: (fault, endpoint, times = 1) =>
      post('/__sandbox/behavior', {
        fault,
        times,
        vendor: pluginKeys[platform] ?? platform,
        model: `${given.id} ${endpoint}`,
      }),
  }
}

/** Uploads everything, remembering what a worker would store. */
export async function prepareAll(account: SandboxAccount, input: PublishInput) {
  const saved: UploadState[] = []
  const save = (uploads: UploadState) => {
    saved.push(uploads)
    return Promise.resolve()
  }
  const prepared = await account.connector.prepare(account.session(), input, { uploads: null, save }, never)
  return { prepared, saved }
}

export async function publish(
  account: SandboxAccount,
  input: PublishInput,
): Promise<{ submission: Submission; uploads: UploadState }> {
  const { prepared } = await prepareAll(account, input)
  if (prepared.state !== 'ready') throw new Error(`not ready: ${JSON.stringify(prepared.refusals)}`)
  const { uploads } = prepared
  return { submission: await account.connector.submit(account.session(), input, uploads, never), uploads }
}

/** Asks until the platform has said its last word, without the waits that it wants. */
export async function standingAtEnd({ connector, session }: SandboxAccount, from: PlatformRef): Promise<Standing> {
  const deadline = Date.now() + 15_000
  let ref = from
  for (;;) {
    const standing = await connector.lookUp(session(), ref, never)
    ref = standing.ref
    if (standing.state !== 'in_review' && standing.state !== 'absent') return standing
    if (Date.now() > deadline) throw new Error(`it is still ${standing.state}`)
    await pause(30)
  }
}

export function refOf(submission: Submission): PlatformRef {
  if (submission.outcome === 'accepted' || submission.outcome === 'awaiting_user') return submission.ref
  throw new Error(`the submit was ${JSON.stringify(submission)}`)
}
