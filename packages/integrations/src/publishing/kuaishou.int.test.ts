import { describe, expect, it } from 'vitest'
import { filmFile, inputOf } from './testing/given-works.ts'
import { connectSandbox, never, prepareAll, publish, refOf, standingAtEnd } from './testing/sandbox-platform.ts'

const MiB = 1_048_576
const film = (filmBytes = 5_000) =>
  inputOf({
    platform: 'kuaishou',
    contentType: 'video',
    route: 'api',
    filmBytes,
    more: { title: '', body: { form: 'text', text: `露营 ${Math.random()}\n\n#周末 ` } },
  })

describe.concurrent('an account that allowed films', () => {
  it('publishes one in one go', async () => {
    const account = await connectSandbox('kuaishou')
    expect(account.connected).toMatchObject({
      profile: { externalId: account.given.openId },
      capabilities: [
        { contentType: 'video', route: 'api' },
        { contentType: 'image_text', route: 'assisted' },
      ],
    })
    const { submission } = await publish(account, film())
    expect(submission).toMatchObject({ outcome: 'accepted', standing: { state: 'in_review' } })
    expect(await standingAtEnd(account, refOf(submission))).toMatchObject({
      state: 'published',
      url: expect.stringContaining('/short-video/3x'),
    })
  })

  it('publishes a large one in fragments, and goes on where a worker died (H 22)', async () => {
    const account = await connectSandbox('kuaishou')
    const input = film(13 * MiB)
    const { saved } = await prepareAll(account, input)
    // Begun, four fragments, whole.
    expect(saved).toHaveLength(6)
    const reads: number[] = []
    const file = filmFile('film', 13 * MiB)
    const read = (start: number, end: number) => {
      reads.push(start)
      return file.read(start, end)
    }
    const media = input.media.map((one) => (one.id === 'film' ? { ...file, read } : one))
    const from = { uploads: saved[2] ?? null, save: () => Promise.resolve() }
    const prepared = await account.connector.prepare(account.session(), { ...input, media }, from, never)
    expect(prepared.state).toBe('ready')
    expect(reads).toEqual([8 * MiB, 12 * MiB])
    expect((await account.connector.submit(account.session(), input, prepared.uploads, never)).outcome).toBe('accepted')
  })

  it('begins again when what was kept is gone', async () => {
    const account = await connectSandbox('kuaishou')
    const input = film(13 * MiB)
    const { saved } = await prepareAll(account, input)
    const strange = JSON.parse(JSON.stringify(saved[2]).replace(/up\.(\w+)\.\w+/u, 'up.$1.lost')) as (typeof saved)[0]
    const from = { uploads: strange, save: () => Promise.resolve() }
    expect((await account.connector.prepare(account.session(), input, from, never)).state).toBe('ready')
  })

  it('a token that lapses in the middle of everything is drawn anew once (H 13)', async () => {
    const account = await connectSandbox('kuaishou')
    await account.control('end-tokens')
    const { submission } = await publish(account, film())
    expect((await standingAtEnd(account, refOf(submission))).state).toBe('published')
    expect(account.renewals()).toBe(1)
    expect(await account.pieces()).toHaveLength(1)
  })

  it('with both tokens lapsed has to be connected anew (H 13)', async () => {
    const account = await connectSandbox('kuaishou')
    await account.control('end-tokens')
    await account.control('end-tokens', { kind: 'refresh' })
    const failed = publish(account, film())
    await expect(failed).rejects.toMatchObject({ kind: 'account_disconnected', details: { vendorCode: '100200113' } })
  })

  it('one that was refused after it was seen is rejected, and one that was public is removed', async () => {
    const account = await connectSandbox('kuaishou', { outcome: 'hold' })
    const { submission } = await publish(account, film())
    const seen = await account.connector.lookUp(account.session(), refOf(submission), never)
    expect(seen.state).toBe('in_review')
    await account.control('act', { piece: seen.ref.id, act: 'reject' })
    expect((await account.connector.lookUp(account.session(), seen.ref, never)).state).toBe('rejected')
    await account.control('act', { piece: seen.ref.id, act: 'approve' })
    const shown = await account.connector.lookUp(account.session(), seen.ref, never)
    await account.control('act', { piece: seen.ref.id, act: 'ban' })
    expect([shown.state, (await account.connector.lookUp(account.session(), shown.ref, never)).state]).toEqual([
      'published',
      'removed',
    ])
  })

  it('one that is not known yet is asked for again', async () => {
    const account = await connectSandbox('kuaishou')
    const standing = await account.connector.lookUp(
      account.session(),
      { id: '3xnobody', names: { seen: 'pending' } },
      never,
    )
    expect(standing).toMatchObject({ state: 'absent', askAgainMs: 15_000 })
  })

  it.each(['cut-after-publish', 'server-error'])(
    'an answer that never comes (%s) is looked for in the list (H 14)',
    async (fault) => {
      const account = await connectSandbox('kuaishou')
      const input = film()
      const sentAfter = new Date().toISOString()
      await account.strike(fault, '/openapi/photo/publish')
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
      const found = await account.connector.findLost(account.session(), lost, never)
      expect(found.found).toBe(fault === 'server-error' ? 'none' : 'one')
      expect(await account.pieces()).toHaveLength(fault === 'server-error' ? 0 : 1)
    },
  )

  it('takes one back', async () => {
    const account = await connectSandbox('kuaishou')
    const { ref } = await standingAtEnd(account, refOf((await publish(account, film())).submission))
    const retract = () => account.connector.retract?.(account.session(), ref, never)
    expect([(await retract())?.state, (await retract())?.state]).toEqual(['removed', 'absent'])
  })
})

describe.concurrent('an account that did not allow films', () => {
  it('is assisted, and says why', async () => {
    const account = await connectSandbox('kuaishou', { grants: ['user_info'] })
    expect(account.connected.capabilities).toMatchObject([
      { contentType: 'video', route: 'assisted' },
      { route: 'assisted' },
    ])
    const { submission } = await publish(
      account,
      inputOf({ platform: 'kuaishou', contentType: 'image_text', route: 'assisted' }),
    )
    expect(submission).toMatchObject({
      outcome: 'awaiting_user',
      handoff: { kind: 'editor', mediaIds: ['cover', 'p1'] },
    })
    expect((await account.connector.lookUp(account.session(), refOf(submission), never)).state).toBe('awaiting_user')
  })
})

it('a film without a cover is not submitted', async () => {
  const account = await connectSandbox('kuaishou')
  const input = film()
  const { submission } = await publish(account, { ...input, package: { ...input.package, cover: null } })
  expect(submission).toMatchObject({
    outcome: 'refused',
    refusal: { error: { details: { vendorCode: 'cover_missing' } } },
  })
})

it('a work without a film is not prepared', async () => {
  const account = await connectSandbox('kuaishou')
  const input = film()
  const { prepared } = await prepareAll(account, { ...input, package: { ...input.package, media: [] } })
  expect(prepared).toMatchObject({ state: 'refused', refusals: [{ mediaId: null }] })
})
