import { describe, expect, it } from 'vitest'
import { inputOf } from './testing/given-works.ts'
import { connectSandbox, never, prepareAll, publish, refOf, standingAtEnd } from './testing/sandbox-platform.ts'

const MiB = 1_048_576
const handOff = { grants: ['user_info'] }
const publicUrl = 'https://files.example.com/a b'
const film = (route: 'api' | 'handoff', filmBytes = 5_000) =>
  inputOf({ platform: 'douyin', contentType: 'video', route, filmBytes, publicUrl })
const pictures = (route: 'api' | 'handoff', url: string | null = publicUrl) =>
  inputOf({ platform: 'douyin', contentType: 'image_text', route, pictures: 3, publicUrl: url })

describe.concurrent('a usual account', () => {
  it('hands over to the app, which takes the signed code', async () => {
    const account = await connectSandbox('douyin', handOff)
    expect(account.connected.capabilities).toMatchObject([
      { contentType: 'video', route: 'handoff', otherRoutes: ['assisted'] },
      { contentType: 'image_text', route: 'handoff' },
    ])
    for (const input of [film('handoff'), pictures('handoff')]) {
      const { submission } = await publish(account, input)
      expect(submission).toMatchObject({ outcome: 'awaiting_user', handoff: { kind: 'scan' } })
      const ref = refOf(submission)
      expect((await account.connector.lookUp(account.session(), ref, never)).state).toBe('awaiting_user')
      const schema = submission.outcome === 'awaiting_user' ? submission.handoff.phoneUrl : ''
      expect(schema).toMatch(/^snssdk1128:\/\/openplatform\/share\?/)
      expect(schema).not.toContain('+')
      await account.control('scan', { schema })
      const standing = await standingAtEnd(account, ref)
      expect(standing).toMatchObject({
        state: 'published',
        url: expect.stringContaining('https://www.douyin.com/video/7'),
      })
    }
  })

  it('a code that nobody scanned runs out', async () => {
    let now = new Date()
    const account = await connectSandbox('douyin', handOff, { clock: { now: () => now } })
    const { submission } = await publish(account, film('handoff'))
    now = new Date(now.getTime() + 2 * 3_600_000)
    expect(await account.connector.lookUp(account.session(), refOf(submission), never)).toMatchObject({
      state: 'expired',
      askAgainMs: null,
    })
  })

  it('names the picture that nobody could fetch', async () => {
    const account = await connectSandbox('douyin', handOff)
    const { prepared } = await prepareAll(account, pictures('handoff', null))
    expect(prepared.state === 'refused' && prepared.refusals.map(({ mediaId }) => mediaId)).toEqual([
      'cover',
      'p1',
      'p2',
      'p3',
    ])
  })

  it('has nothing to look for after a code: nothing can be out', async () => {
    const account = await connectSandbox('douyin', handOff)
    const route = 'handoff' as const
    const lost = {
      input: film(route),
      uploads: { version: 1 as const },
      route,
      sentAfter: '',
      sentBefore: '',
      knownIds: [],
    }
    expect(await account.connector.findLost(account.session(), lost, never)).toEqual({ found: 'none', evidence: null })
  })
})

describe.concurrent('an institution', () => {
  it('publishes films and sets of pictures', async () => {
    const account = await connectSandbox('douyin')
    expect(account.connected.capabilities).toMatchObject([
      { route: 'api', otherRoutes: ['handoff', 'assisted'] },
      { route: 'api' },
    ])
    for (const input of [film('api'), pictures('api')]) {
      const standing = await standingAtEnd(account, refOf((await publish(account, input)).submission))
      expect(standing).toMatchObject({ state: 'published', url: expect.stringContaining('/video/7') })
    }
  })

  it('uploads a large film in parts, and goes on where a worker died', async () => {
    const account = await connectSandbox('douyin')
    const input = film('api', 45 * MiB)
    const { saved } = await prepareAll(account, input)
    // Begun, four parts of which the last takes the rest, whole.
    expect(saved).toHaveLength(6)
    const from = { uploads: saved[3] ?? null, save: () => Promise.resolve() }
    const prepared = await account.connector.prepare(account.session(), input, from, never)
    expect(prepared.state).toBe('ready')
    expect((await account.connector.submit(account.session(), input, prepared.uploads, never)).outcome).toBe('accepted')
  })

  it('hears of a refusal, and of a removal', async () => {
    const account = await connectSandbox('douyin', { outcome: 'reject' })
    const refused = await standingAtEnd(account, refOf((await publish(account, film('api'))).submission))
    expect(refused).toMatchObject({ state: 'rejected', actor: 'platform' })
    await account.control('act', { piece: refused.ref.id, act: 'approve' })
    const shown = await account.connector.lookUp(account.session(), refused.ref, never)
    await account.control('act', { piece: refused.ref.id, act: 'delete' })
    const gone = await account.connector.lookUp(account.session(), shown.ref, never)
    expect([shown.state, gone.state]).toEqual(['published', 'removed'])
  })

  it('an answer that never comes is looked for in the list (H 14)', async () => {
    const account = await connectSandbox('douyin')
    const input = film('api')
    const sentAfter = new Date().toISOString()
    await account.strike('cut-after-publish', '/api/douyin/v1/video/create_video/')
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

  it('a token that lapses is drawn anew once (H 13), and a permission that was withdrawn is told', async () => {
    const account = await connectSandbox('douyin')
    await account.control('end-tokens')
    expect((await publish(account, film('api'))).submission.outcome).toBe('accepted')
    expect(account.renewals()).toBe(1)
    await account.control('end-tokens')
    await account.control('end-tokens', { kind: 'refresh' })
    await expect(account.connector.check(account.session(), never)).rejects.toMatchObject({
      kind: 'account_disconnected',
    })
  })

  it('a refresh token in its last week is prolonged', async () => {
    const account = await connectSandbox('douyin', { refreshSeconds: 86_400 })
    const { credentials } = account.session()
    const renewed = await account.connector.refresh(credentials, never)
    expect(renewed).not.toEqual(credentials)
    expect(
      renewed.way === 'oauth' && credentials.way === 'oauth' && renewed.refresh.value !== credentials.refresh.value,
    ).toBe(true)
  })
})
