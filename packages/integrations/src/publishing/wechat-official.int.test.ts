import { describe, expect, it } from 'vitest'
import { inputOf, pictureFile } from './testing/given-works.ts'
import { createConnector } from './registry.ts'
import {
  connectSandbox,
  never,
  prepareAll,
  publish,
  refOf,
  sandboxTarget,
  standingAtEnd,
} from './testing/sandbox-platform.ts'

const article = (more: Partial<Parameters<typeof inputOf>[0]> = {}) =>
  inputOf({ platform: 'wechat_official', contentType: 'article', route: 'api', ...more })

const lostOf = (
  input: ReturnType<typeof article>,
  uploads: Awaited<ReturnType<typeof publish>>['uploads'],
  route: 'api' | 'api_draft' = 'api',
) => ({
  input,
  uploads,
  route,
  sentAfter: new Date(Date.now() - 5_000).toISOString(),
  sentBefore: new Date().toISOString(),
  knownIds: [],
})

describe.concurrent('a verified account', () => {
  it('may publish, and a work is published once with its address and proof', async () => {
    const account = await connectSandbox('wechat_official')
    expect(account.connected.capabilities).toMatchObject([
      { contentType: 'article', route: 'api', otherRoutes: ['api_draft', 'assisted'] },
      { contentType: 'image_text', route: 'api' },
    ])
    const input = article({ pictures: 3 })
    const { submission } = await publish(account, input)
    expect(submission).toMatchObject({
      outcome: 'accepted',
      standing: { state: 'in_review', evidence: { by: 'platform' } },
    })
    const standing = await standingAtEnd(account, refOf(submission))
    expect(standing).toMatchObject({ state: 'published', askAgainMs: null, actor: null })
    expect(standing.url).toMatch(/^https:\/\/mp\.weixin\.qq\.com\/s\?__biz=/)
    expect(standing.evidence.answerHash).toMatch(/^[\da-f]{64}$/)
    expect(await account.pieces()).toHaveLength(1)
    const check = await account.connector.checkAddress({ url: standing.url ?? '', title: input.package.title }, never)
    expect(check).toMatchObject({ verdict: 'good', page: { seen: 'same' }, evidence: { by: 'user' } })
  })

  it('a cover that stands in the text as well is uploaded as both', async () => {
    const account = await connectSandbox('wechat_official')
    const input = article({ pictures: 2, more: { cover: 'p1' } })
    const { submission, uploads } = await publish(account, input)
    expect(uploads).toMatchObject({
      addresses: { p1: expect.any(String), p2: expect.any(String) },
      materials: { p1: expect.any(String) },
    })
    expect((await standingAtEnd(account, refOf(submission))).state).toBe('published')
  })

  it('publishes a set of pictures', async () => {
    const account = await connectSandbox('wechat_official')
    const { submission } = await publish(account, article({ contentType: 'image_text', pictures: 4 }))
    expect((await standingAtEnd(account, refOf(submission))).state).toBe('published')
  })

  it.each([
    ['reject', 'rejected', 'platform'],
    ['fail', 'failed', 'platform'],
  ] as const)('hears of a review that ends with %s', async (outcome, state, actor) => {
    const account = await connectSandbox('wechat_official', { outcome })
    const { submission } = await publish(account, article())
    const standing = await standingAtEnd(account, refOf(submission))
    expect(standing).toMatchObject({ state, actor })
    expect(standing.reason).not.toBeNull()
  })

  it.each([
    ['ban', 'removed', 'platform'],
    ['delete', 'removed', 'user'],
    ['reject', 'rejected', 'platform'],
  ] as const)('hears later of %s', async (act, state, actor) => {
    const account = await connectSandbox('wechat_official')
    const { submission } = await publish(account, article())
    const { ref } = await standingAtEnd(account, refOf(submission))
    await account.control('act', { piece: ref.id, act })
    expect(await account.connector.lookUp(account.session(), ref, never)).toMatchObject({ state, actor })
  })

  it.each([
    ['delete', 'user'],
    ['ban', 'platform'],
  ] as const)('reads on the page of one that is only known by the list who took it away: %s', async (act, actor) => {
    const account = await connectSandbox('wechat_official')
    const input = article({ route: 'api_draft' })
    const ref = refOf((await publish(account, input)).submission)
    await account.control('publish-draft', { draft: ref.id })
    const out = await account.connector.lookUp(account.session(), ref, never)
    expect(out.state).toBe('published')
    const [piece] = await account.pieces()
    await account.control('act', { piece: piece?.id, act })
    expect(await account.connector.lookUp(account.session(), out.ref, never)).toMatchObject({ state: 'removed', actor })
    const given = { url: out.url ?? '', title: input.package.title }
    expect(await account.connector.checkAddress(given, never)).toMatchObject({
      verdict: 'bad',
      why: 'page_absent',
      gone: { actor, evidence: { by: 'platform' } },
    })
  })

  it('takes a piece back, and twice is once', async () => {
    const account = await connectSandbox('wechat_official')
    const { submission } = await publish(account, article())
    const { ref } = await standingAtEnd(account, refOf(submission))
    const retract = () => account.connector.retract?.(account.session(), ref, never)
    expect(await retract()).toMatchObject({ state: 'removed' })
    expect(await retract()).toMatchObject({ state: 'absent' })
  })

  it('says what is left of today', async () => {
    const account = await connectSandbox('wechat_official', { dailyQuota: 1 })
    const drafts = async () => (await account.connector.quotas?.(account.session(), never))?.[0]?.left
    const before = (await drafts()) ?? 0
    const left = async () => (await account.connector.quotas?.(account.session(), never))?.at(-1)?.left
    expect(await left()).toBe(1)
    await publish(account, article())
    expect(await left()).toBe(0)
    expect(await drafts()).toBe(before - 1)
    const { submission } = await publish(account, article())
    expect(submission).toMatchObject({ outcome: 'refused', refusal: { error: { kind: 'quota_exhausted' } } })
  })
})

describe.concurrent('an account without the permission to publish (H 15)', () => {
  it('writes drafts, and its author publishes them', async () => {
    const account = await connectSandbox('wechat_official', { isVerified: false })
    expect(account.connected.capabilities).toMatchObject([{ route: 'api_draft' }, { route: 'api_draft' }])
    const { submission } = await publish(account, article({ route: 'api_draft' }))
    expect(submission).toMatchObject({ outcome: 'awaiting_user', handoff: { kind: 'draft_box' }, capability: null })
    const standing = await account.connector.lookUp(account.session(), refOf(submission), never)
    expect(standing).toMatchObject({ state: 'awaiting_user', url: null })
  })

  it('that lost it meanwhile hands the draft over, and says so', async () => {
    const account = await connectSandbox('wechat_official')
    const input = article()
    const { prepared } = await prepareAll(account, input)
    await account.control('settings', { isVerified: false })
    const submission = await account.connector.submit(account.session(), input, prepared.uploads, never)
    expect(submission).toMatchObject({
      outcome: 'awaiting_user',
      handoff: { kind: 'draft_box' },
      capability: { contentType: 'article', route: 'api_draft' },
    })
    expect(await account.pieces()).toEqual([])
  })

  it('that was published by its author is found, and an older one of the same title is not taken for it', async () => {
    const account = await connectSandbox('wechat_official', { reviewMs: 0 })
    const input = article({ route: 'api_draft' })
    const old = { ...input, package: { ...input.package, route: 'api' as const } }
    const { ref: older } = await standingAtEnd(account, refOf((await publish(account, old)).submission))
    await account.control('advance', { ms: 3_600_000 })
    const later = () => new Date(Date.now() + 3_600_000)
    const connector = createConnector(sandboxTarget('wechat_official', account.given, { clock: { now: later } }))
    const { submission } = await publish({ ...account, connector }, input)
    const ref = refOf(submission)
    await account.control('drop-draft', { draft: ref.id })
    const gone = await connector.lookUp(account.session(), ref, never)
    expect(gone).toMatchObject({ state: 'absent', url: null, evidence: { vendorCode: '40007' } })
    const { submission: second } = await publish({ ...account, connector }, input)
    await account.control('publish-draft', { draft: refOf(second).id })
    const found = await connector.lookUp(account.session(), refOf(second), never)
    expect(found.state).toBe('published')
    expect(found.ref.names.articleId).not.toBe(older.names.articleId)
  })

  it.each(['53504', '53505'])('a draft that only its author may publish (%s) is handed over', async (submitCode) => {
    const account = await connectSandbox('wechat_official', { submitCode })
    const { submission } = await publish(account, article())
    expect(submission).toMatchObject({ outcome: 'awaiting_user', capability: null })
  })

  it('without drafts is assisted', async () => {
    const account = await connectSandbox('wechat_official', { mayDraft: false })
    expect(account.connected.capabilities).toMatchObject([{ route: 'assisted' }, { route: 'assisted' }])
    const { submission } = await publish(account, article({ route: 'assisted' }))
    expect(submission).toMatchObject({ outcome: 'awaiting_user', handoff: { kind: 'editor' } })
  })
})

describe.concurrent('pictures (H 16)', () => {
  it('one of nine that is refused is named, and nothing is submitted', async () => {
    const account = await connectSandbox('wechat_official', { refusedUpload: 6 })
    const { prepared } = await prepareAll(account, article({ pictures: 9 }))
    // The cover is the first to be uploaded.
    expect(prepared).toMatchObject({
      state: 'refused',
      refusals: [{ mediaId: 'p5', error: { kind: 'invalid_request' } }],
    })
    expect(await account.pieces()).toEqual([])
  })

  it('all that are wrong are named before a byte of them is sent', async () => {
    const account = await connectSandbox('wechat_official')
    const input = article({ pictures: 3 })
    const media = input.media.map((file) => {
      if (file.id === 'p1') return pictureFile('p1', { bytes: 1_100_000 })
      return file.id === 'p3' ? { ...file, mimeType: 'image/webp' } : file
    })
    const { prepared } = await prepareAll(account, { ...input, media })
    expect(prepared).toMatchObject({
      refusals: [
        { mediaId: 'p1', error: { details: { vendorCode: 'media_too_large' } } },
        { mediaId: 'p3', error: { details: { vendorCode: 'media_type' } } },
      ],
    })
  })

  it('those that were taken are not sent again', async () => {
    const account = await connectSandbox('wechat_official')
    const input = article({ pictures: 3 })
    const { saved } = await prepareAll(account, input)
    const reads: string[] = []
    const media = input.media.map((file) => ({
      ...file,
      read: (start: number, end: number) => {
        reads.push(file.id)
        return file.read(start, end)
      },
    }))
    const from = { uploads: saved[1] ?? null, save: () => Promise.resolve() }
    await account.connector.prepare(account.session(), { ...input, media }, from, never)
    expect(reads).toEqual(['p2', 'p3'])
  })
})

describe.concurrent('tokens (H 13)', () => {
  it('one that lapses in the middle of an upload is drawn anew once, and nothing is doubled', async () => {
    const account = await connectSandbox('wechat_official')
    await account.strike('token-lapsed', '/cgi-bin/media/uploadimg')
    const { submission } = await publish(account, article({ pictures: 3 }))
    expect((await standingAtEnd(account, refOf(submission))).state).toBe('published')
    expect(account.renewals()).toBe(1)
    expect(await account.pieces()).toHaveLength(1)
  })

  it('one that lapses at the submit is drawn anew, and it is submitted once', async () => {
    const account = await connectSandbox('wechat_official')
    const input = article()
    const { prepared } = await prepareAll(account, input)
    await account.control('end-tokens')
    const submission = await account.connector.submit(account.session(), input, prepared.uploads, never)
    expect(submission.outcome).toBe('accepted')
    expect(account.renewals()).toBe(1)
    expect(await account.pieces()).toHaveLength(1)
  })

  it('that stays refused after it was drawn anew disconnects the account', async () => {
    const account = await connectSandbox('wechat_official')
    await account.strike('token-lapsed', '/cgi-bin/draft/batchget', 5)
    const failed = account.connector.check(account.session(), never)
    await expect(failed).rejects.toMatchObject({ kind: 'account_disconnected' })
  })

  it('an address that is not on the list is told with its number', async () => {
    const account = await connectSandbox('wechat_official')
    await account.control('settings', { allowedIps: ['203.0.113.9'] })
    const error: unknown = await account.connector.check(account.session(), never).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ kind: 'account_disconnected', details: { vendorCode: '40164' } })
    const explained = account.connector.explain(error as never)
    expect(explained).toMatchObject({
      accountState: 'address_refused',
      words: { zh: expect.stringContaining('127.0.0.1') },
    })
  })
})

describe.concurrent('an answer that never comes (H 14)', () => {
  it.each(['cut-after-publish', 'error-after-publish', 'html-error'])(
    'after %s the piece is found, and is there once',
    async (fault) => {
      const account = await connectSandbox('wechat_official')
      const input = article()
      await account.strike(fault, '/cgi-bin/freepublish/submit')
      const { submission, uploads } = await publish(account, input)
      expect(submission.outcome).toBe('outcome_unknown')
      await expect.poll(async () => (await account.pieces())[0]?.state).toBe('public')
      const found = await account.connector.findLost(account.session(), lostOf(input, uploads), never)
      expect(found).toMatchObject({ found: 'one', standing: { state: 'published' } })
      expect(await account.pieces()).toHaveLength(1)
      const ref = found.found === 'one' ? found.standing.ref : { id: '', names: {} }
      expect((await account.connector.lookUp(account.session(), ref, never)).state).toBe('published')
    },
  )

  it('that was never taken is found nowhere', async () => {
    const account = await connectSandbox('wechat_official')
    const input = article()
    await account.strike('server-error', '/cgi-bin/freepublish/submit')
    const { submission, uploads } = await publish(account, input)
    expect(submission.outcome).toBe('outcome_unknown')
    expect(await account.connector.findLost(account.session(), lostOf(input, uploads), never)).toMatchObject({
      found: 'none',
    })
  })

  it('and could be either of two is left to a person', async () => {
    const account = await connectSandbox('wechat_official')
    const input = article()
    await standingAtEnd(account, refOf((await publish(account, input)).submission))
    const { submission, uploads } = await publish(account, input)
    await standingAtEnd(account, refOf(submission))
    expect(await account.connector.findLost(account.session(), lostOf(input, uploads), never)).toMatchObject({
      found: 'unsure',
    })
  })

  it('to a draft is looked for in the draft box', async () => {
    const account = await connectSandbox('wechat_official', { isVerified: false })
    const input = article({ route: 'api_draft' })
    await account.strike('cut-after-publish', '/cgi-bin/draft/add')
    const { submission, uploads } = await publish(account, input)
    expect(submission.outcome).toBe('outcome_unknown')
    const found = await account.connector.findLost(account.session(), lostOf(input, uploads, 'api_draft'), never)
    expect(found).toMatchObject({ found: 'one', standing: { state: 'awaiting_user' } })
  })

  it('from a limit on calls is no unknown outcome: nothing was done', async () => {
    const account = await connectSandbox('wechat_official')
    await account.strike('rate-limit', '/cgi-bin/freepublish/submit')
    const { submission } = await publish(account, article())
    expect(submission).toMatchObject({
      outcome: 'refused',
      refusal: { error: { kind: 'rate_limited' }, evidence: { vendorCode: '45011' } },
    })
  })
})
