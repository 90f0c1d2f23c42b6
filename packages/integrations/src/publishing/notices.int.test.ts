import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inputOf } from './testing/given-works.ts'
import { listenForNotices, type NoticeListener } from './testing/notice-listener.ts'
import { connectSandbox, never, publish, refOf, type SandboxAccount } from './testing/sandbox-platform.ts'

interface Attempts {
  attempts: { status: number; answer: string }[]
}

const article = () => inputOf({ platform: 'wechat_official', contentType: 'article', route: 'api' })

describe.each([false, true])('公众号, encrypted: %s', (isCallbackEncrypted) => {
  let account: SandboxAccount
  let listener: NoticeListener

  beforeAll(async () => {
    listener = await listenForNotices(() => ({
      connector: account.connector,
      credentials: account.session().credentials,
    }))
    const settings = { callbackUrl: listener.url, isCallbackEncrypted }
    account = await connectSandbox('wechat_official', settings)
    if (isCallbackEncrypted) return
    // Who gives no key is told in the open.
    const { callbackAesKey: _unused, ...keys } = account.given
    const connected = await account.connector.connections.appKeys?.connect(keys, never)
    const { credentials } = connected ?? { credentials: { way: 'assisted', name: '', url: null } as const }
    account = { ...account, session: () => ({ credentials, renew: () => Promise.reject(new Error('not asked')) }) }
  })
  afterAll(() => listener.stop())

  it('tells of a publication, and again when it is told again', async () => {
    const { submission } = await publish(account, article())
    const ref = refOf(submission)
    await expect.poll(() => listener.readings.length).toBe(1)
    const [reading] = listener.readings
    expect(reading).toMatchObject({
      ok: true,
      facts: [
        {
          standing: {
            state: 'published',
            ref: { id: ref.id },
            evidence: { by: 'platform', source: 'PUBLISHJOBFINISH' },
          },
        },
      ],
    })
    const { attempts } = await account.control<Attempts>('notices', { piece: ref.id, times: 3 })
    expect(attempts.map(({ answer }) => answer)).toEqual(['success', 'success', 'success'])
  })

  it.each([
    ['forged', 'signature'],
    ['stale', 'stale'],
  ] as const)('refuses one that is %s', async (variant, reason) => {
    const ref = refOf((await publish(account, article())).submission)
    await expect.poll(async () => (await account.pieces()).find(({ id }) => id === ref.id)?.state).toBe('public')
    const { attempts } = await account.control<Attempts>('notices', { piece: ref.id, variants: [variant] })
    expect(attempts).toMatchObject([{ status: 403, answer: reason }])
  })
})

it('公众号: a notice that was written for another account is refused', async () => {
  let account: SandboxAccount | null = null
  const listener = await listenForNotices(() => {
    if (account === null) throw new Error('nobody is connected yet')
    return { connector: account.connector, credentials: account.session().credentials }
  })
  account = await connectSandbox('wechat_official', { callbackUrl: listener.url, isCallbackEncrypted: true })
  const ref = refOf((await publish(account, article())).submission)
  await expect.poll(() => listener.readings.length).toBe(1)
  const { attempts } = await account.control<Attempts>('notices', { piece: ref.id, variants: ['other-app'] })
  expect(attempts).toMatchObject([{ status: 403, answer: 'wrong_account' }])
  await listener.stop()
})

describe('抖音 (H 19)', () => {
  let account: SandboxAccount
  let listener: NoticeListener
  const film = () =>
    inputOf({ platform: 'douyin', contentType: 'video', route: 'handoff', publicUrl: 'https://files.example.com/f' })

  beforeAll(async () => {
    listener = await listenForNotices(() => ({ connector: account.connector, credentials: null }))
    account = await connectSandbox('douyin', { grants: ['user_info'], callbackUrl: listener.url })
  })
  afterAll(() => listener.stop())

  async function scanned(isHalf: boolean) {
    const input = film()
    const submission = await account.connector.submit(account.session(), input, { version: 1 }, never)
    if (submission.outcome !== 'awaiting_user') throw new Error(submission.outcome)
    const schema = submission.handoff.phoneUrl ?? ''
    await account.control('scan', { schema, isHalf })
    return { ref: submission.ref, schema, input }
  }

  const factOf = (id: string) =>
    listener.readings
      .flatMap((reading) => (reading.ok ? reading.facts : []))
      .filter(({ standing }) => standing.ref.id === id)

  it('a number of a post alone does not end it, one of a film does', async () => {
    const { ref, schema } = await scanned(true)
    await expect.poll(() => factOf(ref.id)[0]?.standing.state).toBe('in_review')
    expect((await account.connector.lookUp(account.session(), ref, never)).state).toBe('in_review')
    await account.control('scan', { schema })
    await expect.poll(() => factOf(ref.id)[1]?.standing.state).toBe('published')
    const [, fact] = factOf(ref.id)
    expect(fact).toMatchObject({
      accountExternalId: account.given.openId,
      standing: { url: expect.stringMatching(/^https:\/\/www\.douyin\.com\/video\/7\d+$/) },
    })
    expect(await account.connector.lookUp(account.session(), ref, never)).toMatchObject({
      state: 'published',
      url: fact?.standing.url,
    })
  })

  it('a notice that is repeated has the same number', async () => {
    const { ref } = await scanned(false)
    await expect.poll(() => factOf(ref.id)).toHaveLength(1)
    const { attempts } = await account.control<Attempts>('notices', {
      piece: ref.id,
      times: 2,
      variants: ['content-as-text'],
    })
    expect(attempts.map(({ status }) => status)).toEqual([200, 200])
    const ids = listener.readings.filter((reading) => reading.ok && reading.facts[0]?.standing.ref.id === ref.id)
    expect(new Set(ids.map((reading) => (reading.ok ? reading.id : ''))).size).toBe(1)
  })

  it.each([
    ['forged', 'signature'],
    ['other-app', 'wrong_account'],
  ] as const)('one that is %s is refused', async (variant, reason) => {
    const { ref } = await scanned(false)
    const { attempts } = await account.control<Attempts>('notices', { piece: ref.id, variants: [variant] })
    expect(attempts).toMatchObject([{ status: 401, answer: JSON.stringify({ error: reason }) }])
  })
})
