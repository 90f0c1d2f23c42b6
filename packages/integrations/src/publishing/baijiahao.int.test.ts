import { describe, expect, it } from 'vitest'
import { readSandboxUrl } from '../ai/testing/env.ts'
import { inputOf } from './testing/given-works.ts'
import { connectSandbox, never, prepareAll, publish, refOf, standingAtEnd } from './testing/sandbox-platform.ts'

const picture = `${readSandboxUrl()}/publishing/picture.png`
const article = (more: Partial<Parameters<typeof inputOf>[0]> = {}) =>
  inputOf({ platform: 'baijiahao', contentType: 'article', route: 'api', publicUrl: picture, ...more })

describe.concurrent('百家号', () => {
  it('fetches the pictures, and publishes with an address', async () => {
    const account = await connectSandbox('baijiahao')
    expect(account.connected.capabilities).toMatchObject([
      { contentType: 'article', route: 'api' },
      { contentType: 'video', route: 'assisted' },
    ])
    const { submission } = await publish(account, article())
    expect(submission).toMatchObject({ outcome: 'accepted', standing: { state: 'in_review' } })
    const standing = await standingAtEnd(account, refOf(submission))
    expect(standing).toMatchObject({
      state: 'published',
      url: expect.stringMatching(/^https:\/\/baijiahao\.baidu\.com\/s\?id=17\d+$/),
    })
  })

  it('refuses pictures that nobody can fetch, and names those that have no address', async () => {
    const account = await connectSandbox('baijiahao')
    const { submission } = await publish(account, article({ publicUrl: `${picture}.none` }))
    expect(submission).toMatchObject({
      outcome: 'refused',
      refusal: { error: { kind: 'invalid_request', details: { vendorCode: '2' } } },
    })
    const { prepared } = await prepareAll(account, article({ publicUrl: null }))
    expect(prepared).toMatchObject({ state: 'refused', refusals: [{ mediaId: 'cover' }, { mediaId: 'p1' }] })
  })

  it('a piece without a cover waits among the drafts', async () => {
    const account = await connectSandbox('baijiahao')
    const input = article()
    const { submission } = await publish(account, { ...input, package: { ...input.package, cover: null } })
    const standing = await standingAtEnd(account, refOf(submission))
    expect(standing.state).toBe('awaiting_user')
    expect(standing.reason?.zh).toContain('封面')
  })

  it('needs the piece on a page of our own first', async () => {
    const account = await connectSandbox('baijiahao')
    const { submission } = await publish(account, { ...article(), originUrl: null })
    expect(submission).toMatchObject({
      outcome: 'refused',
      refusal: { error: { details: { vendorCode: 'origin_url_missing' } } },
    })
  })

  it.each([
    ['reject', 'rejected'],
    ['ban', 'removed'],
    ['delete', 'removed'],
  ] as const)('hears later of %s', async (act, state) => {
    const account = await connectSandbox('baijiahao')
    const { ref } = await standingAtEnd(account, refOf((await publish(account, article())).submission))
    await account.control('act', { piece: ref.id, act, reason: '标题夸大' })
    expect(await account.connector.lookUp(account.session(), ref, never)).toMatchObject({
      state,
      reason: { zh: '平台原话：“标题夸大”', en: 'In the platform’s words: “标题夸大”' },
    })
  })

  it('an answer that never comes is looked for in the list (H 14)', async () => {
    const account = await connectSandbox('baijiahao')
    const input = article()
    const sentAfter = new Date().toISOString()
    await account.strike('error-after-publish', '/article/publish')
    const { submission, uploads } = await publish(account, input)
    expect(submission.outcome).toBe('outcome_unknown')
    const lost = {
      input,
      uploads,
      route: 'api' as const,
      sentAfter,
      sentBefore: new Date().toISOString(),
      knownIds: [],
    }
    expect(await account.connector.findLost(account.session(), lost, never)).toMatchObject({ found: 'one' })
    expect(await account.pieces()).toHaveLength(1)
  })

  it('a used up quota, and wrong keys', async () => {
    const account = await connectSandbox('baijiahao', { dailyQuota: 0 })
    expect((await publish(account, article())).submission).toMatchObject({
      refusal: { error: { kind: 'quota_exhausted' } },
    })
    const wrong = account.connector.connections.appKeys?.connect({ ...account.given, appToken: 'x' }, never)
    await expect(wrong).rejects.toMatchObject({ kind: 'account_disconnected', details: { vendorCode: '60001001' } })
  })

  it('takes a piece back, and twice is once', async () => {
    const account = await connectSandbox('baijiahao')
    const { ref } = await standingAtEnd(account, refOf((await publish(account, article())).submission))
    const retract = () => account.connector.retract?.(account.session(), ref, never)
    expect([(await retract())?.state, (await retract())?.state]).toEqual(['removed', 'absent'])
  })
})
