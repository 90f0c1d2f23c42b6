import type {
  CalendarDto,
  ConnectAccountDto,
  PlatformAccountDto,
  PlatformsDto,
  PublicationDetailDto,
  PublicationDto,
  PublishDto,
} from '@mozhou/contracts/publications/answers'
import { formatId } from '@mozhou/contracts/ids'
import { addWork } from '@mozhou/domain/creations/testing/add-work'
import { createPlayedPlatform } from '@mozhou/domain/publications/testing/played-platform'
import { makeMedia } from '@mozhou/integrations/publishing/make-media'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { restClient } from '../testing/rest-client.ts'
import { idleWorkflows, startApi } from '../testing/start-api.ts'
import type { TestApi } from '../testing/start-api.ts'

let base: TestApi
let api: TestApi
let send: ReturnType<typeof restClient>
let zhihu: ReturnType<typeof createPlayedPlatform>
let douyin: ReturnType<typeof createPlayedPlatform>
const started: string[] = []
beforeAll(async () => {
  base = await startApi()
  zhihu = createPlayedPlatform('zhihu', base.ctx.clock)
  douyin = createPlayedPlatform('douyin', base.ctx.clock)
  const domain = { ...base.ctx, connectors: { zhihu, douyin }, makeMedia }
  const startPublications = async (starts: readonly { publicationId: string }[]) => {
    started.push(...starts.map(({ publicationId }) => publicationId))
    throw new Error('Temporal is away')
  }
  api = await startApi({ deps: { domain, workflows: { ...idleWorkflows, startPublications } } })
  send = restClient(api.url)
})
afterAll(async () => {
  await api.close()
  await base.close()
})

interface Answered<T> {
  data: T
  code: string | null
}

async function answerOf<T>(asked: ReturnType<TestApi['mutate']>): Promise<Answered<T>> {
  const { data, error } = await asked
  return { data: data as T, code: error?.code ?? null }
}

async function creator() {
  const { userId, accessToken: bearer } = await base.signIn('creator')
  const { creationId } = await addWork(base.ctx, userId)
  const call = <T>(path: string, input: unknown) => answerOf<T>(api.mutate(path, { bearer, input }))
  const keys = { appId: crypto.randomUUID(), appSecret: 'secret' }
  const connect = () => call<ConnectAccountDto>('publications.connect', { platform: 'zhihu', way: 'keys', keys })
  return { userId, bearer, call, connect, creationId: formatId('creation', creationId) }
}

async function publisher() {
  const own = await creator()
  const { data } = await own.connect()
  const accountId = data.account?.id ?? ''
  const ask = (more: object = {}) =>
    own.call<PublishDto>('publications.publish', {
      creationId: own.creationId,
      targets: [{ accountId }],
      requestKey: crypto.randomUUID(),
      ...more,
    })
  return { ...own, accountId, ask }
}

const later = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()

describe('an account', () => {
  it('is connected by keys, listed with what it really can do, and its keys never leave again', async () => {
    const { connect, bearer } = await creator()
    expect((await connect()).data.account).toMatchObject({ platform: 'zhihu', state: 'connected', way: 'keys' })
    const listed = await api.query('publications.platforms', { bearer })
    const { platforms } = listed.data as PlatformsDto
    const found = platforms.find(({ key }) => key === 'zhihu')
    expect(found?.accounts[0]?.capabilities[0]).toMatchObject({ contentType: 'article', route: 'api' })
    expect(found?.ways.map(({ way }) => way)).toEqual(['oauth', 'keys', 'assisted'])
    // Nothing of this platform is set up here.
    expect(platforms.find(({ key }) => key === 'toutiao')?.ways).toEqual([])
    expect(listed.text).not.toContain('secret')
  })

  it('by permission: the state belongs to whoever went there, and is good once', async () => {
    const [one, other] = [await creator(), await creator()]
    const { data } = await one.call<ConnectAccountDto>('publications.connect', { platform: 'douyin', way: 'oauth' })
    const state = new URL(data.authorize?.url ?? '').searchParams.get('state')
    const complete = (by: typeof one) =>
      by.call<PlatformAccountDto>('publications.completeConnect', { state, code: 'c1' })
    expect((await complete(other)).code).toBe('PLATFORM_CONNECT_INVALID')
    const answers = await Promise.all([complete(one), complete(one), complete(one)])
    expect(answers.filter(({ code }) => code === null)).toHaveLength(1)
    expect(answers.filter(({ code }) => code === 'PLATFORM_CONNECT_INVALID')).toHaveLength(2)
  })

  it('refused by the platform says in its words why, and nothing is stored', async () => {
    const { call, userId } = await creator()
    const keys = { appId: 'a', appSecret: 'wrong' }
    expect((await call('publications.connect', { platform: 'zhihu', way: 'keys', keys })).code).toBe(
      'PLATFORM_KEYS_REFUSED',
    )
    expect((await call('publications.connect', { platform: 'jianshu', way: 'keys', keys })).code).toBe(
      'PLATFORM_WAY_NOT_OFFERED',
    )
    const missing = await call('publications.connect', { platform: 'zhihu', way: 'keys', keys: { appId: 'a' } })
    expect(missing.code).toBe('VALIDATION_FAILED')
    expect(await base.ctx.prisma.platformAccount.count({ where: { userId } })).toBe(0)
  })
})

describe('publishing', () => {
  it('is written down though Temporal is away, and the same key gives the same publication', async () => {
    const { ask, bearer } = await publisher()
    const requestKey = crypto.randomUUID()
    const answers = await Promise.all([1, 2, 3, 4].map(() => ask({ requestKey })))
    const ids = answers.map(({ data, code }) => [code, data?.publications[0]?.id])
    expect(new Set(ids.map(String)).size).toBe(1)
    expect(answers[0]?.data.publications[0]).toMatchObject({ status: 'scheduled', confirmation: null })
    expect(started.length).toBeGreaterThan(0)
    const page = await api.query('publications.list', { bearer, input: { group: 'planned' } })
    expect((page.data as { items: PublicationDto[] }).items).toHaveLength(1)
  })

  it('for a time lies on the calendar of its day, moves with a new time, and is taken back', async () => {
    const { ask, bearer, call } = await publisher()
    const { data } = await ask({ scheduledAt: later(48) })
    const publicationId = data.publications[0]?.id
    const days = async () => {
      const input = { from: later(0).slice(0, 10), to: later(24 * 30).slice(0, 10) }
      return ((await api.query('publications.calendar', { bearer, input })).data as CalendarDto).days.map(
        ({ day }) => day,
      )
    }
    const shanghai = (instant: string) => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10)
    expect(await days()).toEqual([shanghai(later(48))])
    const moved = await call<PublicationDto>('publications.reschedule', { publicationId, scheduledAt: later(24 * 7) })
    expect(moved.data.scheduledAt).toBe(new Date(moved.data.scheduledAt ?? '').toISOString())
    expect(await days()).toEqual([shanghai(later(24 * 7))])
    expect((await call('publications.reschedule', { publicationId, scheduledAt: later(24 * 91) })).code).toBe(
      'PUBLICATION_TIME',
    )
    expect((await call('publications.reschedule', { publicationId, scheduledAt: later(-1) })).code).toBe(
      'PUBLICATION_TIME',
    )
    expect((await call<PublicationDto>('publications.cancel', { publicationId })).data.status).toBe('cancelled')
    expect((await call('publications.publishNow', { publicationId })).code).toBe('PUBLICATION_STATE')
  })

  it('a draft keeps what its person made of it, and is published as it was saved', async () => {
    const { call, creationId, accountId, ask } = await publisher()
    const saved = await call<PublicationDetailDto>('publications.saveDraft', {
      creationId,
      accountId,
      edits: { title: '夜里跑步的人', tags: ['跑步'] },
    })
    expect(saved.data).toMatchObject({ status: 'draft', isEdited: true, package: { title: '夜里跑步的人' } })
    const again = await call<PublicationDetailDto>('publications.saveDraft', {
      creationId,
      accountId,
      edits: { title: '夜跑手记' },
    })
    expect(again.data.id).toBe(saved.data.id)
    const { data } = await ask({ targets: [{ accountId, publicationId: saved.data.id }] })
    expect(data.publications[0]).toMatchObject({ title: '夜跑手记', status: 'scheduled' })
    expect((await call('publications.removeDraft', { publicationId: saved.data.id })).code).toBe(
      'PUBLICATION_NOT_FOUND',
    )
  })

  it('what a rule refuses is told with its report, and the others go out where their person says so', async () => {
    const { call, creationId, accountId, ask } = await publisher()
    const second = await call<ConnectAccountDto>('publications.connect', {
      platform: 'zhihu',
      way: 'keys',
      keys: { appId: 'second', appSecret: 'secret' },
    })
    const long = { accountId: second.data.account?.id, edits: { title: '长'.repeat(101) } }
    const targets = [{ accountId }, long]
    expect((await ask({ targets })).code).toBe('PUBLICATION_BLOCKED')
    const { data } = await ask({ targets, onRefusal: 'skip' })
    expect(data.publications).toHaveLength(1)
    expect(data.refused).toMatchObject([{ code: 'PUBLICATION_BLOCKED', params: { count: 1 } }])
    expect(data.refused[0]?.report?.results[0]).toMatchObject({ severity: 'block', field: 'title', measured: 101 })
    const { previews } = (await call<{ previews: unknown[] }>('publications.preview', { creationId, targets: [long] }))
      .data
    expect(previews).toMatchObject([{ isBlocked: true, isEdited: true }])
  })

  it('of somebody else is not there', async () => {
    const [one, other] = [await publisher(), await publisher()]
    const { data } = await one.ask()
    const publicationId = data.publications[0]?.id
    for (const name of ['publishNow', 'cancel', 'retry', 'denyPosted', 'retract'])
      expect((await other.call(`publications.${name}`, { publicationId })).code).toBe('PUBLICATION_NOT_FOUND')
    for (const name of ['confirm', 'correctAddress']) {
      const given = { publicationId, url: 'https://zhuanlan.zhihu.com/p/1' }
      expect((await other.call(`publications.${name}`, given)).code).toBe('PUBLICATION_NOT_FOUND')
    }
    expect((await other.ask({ targets: [{ accountId: one.accountId }] })).code).toBe('PLATFORM_ACCOUNT_NOT_FOUND')
    expect((await other.ask({ creationId: one.creationId })).code).toBe('CREATION_NOT_FOUND')
  })

  it('by REST with a key that may: several platforms and a time', async () => {
    const { bearer, creationId, accountId } = await publisher()
    const keyOf = async (scopes: string[]) => {
      const made = await api.mutate('apiKeys.create', { bearer, input: { name: 'k', scopes } })
      return (made.data as { key: string }).key
    }
    const body = { creationId, targets: [{ accountId }], scheduledAt: later(3) }
    const [reader, writer] = [await keyOf(['publish:read']), await keyOf(['publish:write', 'publish:read'])]
    expect((await send('POST /publish', { bearer: reader, body })).status).toBe(403)
    const made = await send('POST /publish', { bearer: writer, body })
    expect(made).toMatchObject({ status: 200, body: { publications: [{ status: 'scheduled' }], refused: [] } })
    const { id } = (made.body as PublishDto).publications[0] ?? { id: '' }
    expect(await send(`GET /publish/${id}/status`, { bearer: reader })).toMatchObject({ status: 200, body: { id } })
    expect((await send('GET /publish/history', { bearer: reader })).status).toBe(200)
  })

  it('by a key of the scope for it an account is connected: sealed, audited, and never by the platform’s page', async () => {
    const { bearer, userId } = await creator()
    const keyOf = async (scopes: string[]) => {
      const made = await api.mutate('apiKeys.create', { bearer, input: { name: 'k', scopes } })
      return (made.data as { key: string }).key
    }
    const body = { platform: 'zhihu', way: 'keys', keys: { appId: crypto.randomUUID(), appSecret: 'app-secret-1' } }
    const writer = await keyOf(['publish:write'])
    const refused = await send('POST /publish/platforms/bind', { bearer: writer, body })
    expect(refused).toMatchObject({ status: 403, body: { error: { code: 'API_KEY_SCOPE_MISSING' } } })
    const connector = await keyOf(['publish:connect'])
    const bound = await send('POST /publish/platforms/bind', { bearer: connector, body })
    expect(bound).toMatchObject({ status: 200, body: { account: { platform: 'zhihu', state: 'connected' } } })
    const { account } = bound.body as ConnectAccountDto
    const rows = await base.ctx.prisma.auditRow.findMany({ where: { actorId: userId } })
    expect(rows).toMatchObject([
      {
        action: 'platform-account.connect',
        target: account?.id,
        permission: 'none',
        after: { platform: 'zhihu', way: 'keys', isAnew: false, by: 'api_key' },
      },
    ])
    const stored = await base.ctx.prisma.platformAccount.findMany({ where: { userId } })
    for (const text of [JSON.stringify(rows), JSON.stringify(bound.body), Buffer.from(stored[0]?.credentials ?? '')])
      expect(text.includes('app-secret-1')).toBe(false)
    const page = await send('POST /publish/platforms/bind', {
      bearer: connector,
      body: { platform: 'douyin', way: 'oauth' },
    })
    expect(page).toMatchObject({ status: 403, body: { error: { code: 'API_KEY_SCOPE_MISSING' } } })
  })
})

describe('a platform’s notice', () => {
  const tell = (path: string, signature: string, body = 'p0') =>
    fetch(`${api.url}/api/v1/publish/callback${path}`, { method: 'POST', headers: { signature }, body })

  it('is answered with what the platform demands, and refused where it is forged', async () => {
    const good = await tell('/douyin', 'good')
    expect([good.status, await good.text()]).toEqual([200, 'success'])
    const bad = await tell('/douyin', 'forged')
    expect([bad.status, await bad.text()]).toEqual([401, 'no'])
  })

  it('for nobody comes to nothing', async () => {
    const ours = formatId('platformAccount', base.ctx.newId())
    const answers = await Promise.all(
      ['/nowhere', '/toutiao', '/douyin/x', `/douyin/${ours}`].map((path) => tell(path, 'good')),
    )
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404])
  })
})
