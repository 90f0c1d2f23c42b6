import { createHash } from 'node:crypto'
import { VendorError } from '@mozhou/contracts/vendor-error'
import { describe, expect, it } from 'vitest'
import { jsonOf } from '../../../ai/testing/vendor-server.ts'
import type { RawWebhook } from '../../port.ts'
import { inputOf } from '../../testing/given-works.ts'
import { answerOf, fixtureOf, withServer } from '../../testing/scene.ts'
import { oauthCredentials, sessionOf, targetOf } from '../../testing/targets.ts'
import { douyinConnector } from './connector.ts'
import { kinds, vagueCodes } from './errors.ts'

const never = new AbortController().signal
const session = () => sessionOf(oauthCredentials(['video.create.bind', 'video.data.bind']))
const good = (data: object) =>
  jsonOf(200, { data: { error_code: 0, description: '', ...data }, extra: { error_code: 0, logid: 'l1' } })
const bad = (code: number) =>
  jsonOf(200, { data: { error_code: code, description: 'x' }, extra: { error_code: code, logid: 'l1' } })
const film = (route: 'api' | 'handoff') =>
  inputOf({
    platform: 'douyin',
    contentType: 'video',
    route,
    title: '露营 七样',
    publicUrl: 'https://files.example/f?a=1&b=2',
  })

describe('a code to scan', () => {
  const share = async (...scripts: ReturnType<typeof good>[]) => {
    let told = {}
    await withServer(async (server) => {
      server.play(...scripts)
      const connector = douyinConnector(targetOf('douyin', { baseUrl: server.url }))
      const submission = await connector.submit(session(), film('handoff'), { version: 1 }, never)
      told = { submission, paths: server.requests.map(({ path }) => path) }
    })
    return told as { submission: Awaited<ReturnType<ReturnType<typeof douyinConnector>['submit']>>; paths: string[] }
  }
  const drawn = [
    good({ access_token: 'clt-1', expires_in: 7_200 }),
    good({ ticket: 'tk-1', expires_in: 7_200 }),
  ] as const

  it('is signed with the ticket, and spaces are %20', async () => {
    const { submission, paths } = await share(...drawn, good({ share_id: '170000001' }))
    expect(paths).toEqual(['/oauth/client_token/', '/open/getticket/', '/share-id/?need_callback=true'])
    if (submission.outcome !== 'awaiting_user') throw new Error(submission.outcome)
    const { phoneUrl, expiresAt, kind } = submission.handoff
    const fields = new URLSearchParams(phoneUrl?.split('?', 2)[1])
    const signed = `nonce_str=${fields.get('nonce_str') ?? ''}&ticket=tk-1&timestamp=${fields.get('timestamp') ?? ''}`
    expect(fields.get('signature')).toBe(createHash('md5').update(signed).digest('hex'))
    expect(fields.get('state')).toBe('170000001')
    expect(fields.get('video_path')).toBe('https://files.example/f?a=1&b=2')
    expect(phoneUrl).toContain('title=%E9%9C%B2%E8%90%A5%20%E4%B8%83%E6%A0%B7')
    expect([kind, expiresAt]).toEqual(['scan', '2026-11-30T13:00:00.000Z'])
  })

  it('is made again with a new ticket, once, where the old one has lapsed', async () => {
    const again = [good({ access_token: 'clt-2', expires_in: 7_200 }), good({ ticket: 'tk-2', expires_in: 7_200 })]
    const { submission } = await share(...drawn, bad(2190008), ...again, good({ share_id: '2' }))
    expect(submission).toMatchObject({ outcome: 'awaiting_user', ref: { id: '2' } })
  })

  it('that could not be made was surely nothing: it may be made again', async () => {
    const { submission } = await share(...drawn, { status: 502, chunks: ['bad gateway'] })
    expect(submission).toMatchObject({ outcome: 'refused', refusal: { error: { kind: 'unavailable' } } })
  })

  it('of our application with wrong keys is a matter for operators', async () => {
    const { submission } = await share(bad(10_003))
    expect(submission).toMatchObject({ outcome: 'refused', refusal: { error: { kind: 'credentials' } } })
  })
})

describe('direct publishing', () => {
  it('sends the film by its number, for the account', () =>
    withServer(async (server) => {
      server.play(answerOf('douyin', 'created'))
      const connector = douyinConnector(targetOf('douyin', { baseUrl: server.url }))
      const uploads = { version: 1 as const, uploaded: { film: 'v-1' }, parts: null }
      const submission = await connector.submit(session(), film('api'), uploads, never)
      expect(submission).toMatchObject({
        outcome: 'accepted',
        ref: { id: '@9VxS0s' },
        standing: { evidence: { requestId: '20261130AB' } },
      })
      const [request] = server.requests
      expect(request?.path).toBe('/api/douyin/v1/video/create_video/?open_id=open-1')
      expect(request?.headers['access-token']).toBe('access-1')
      expect(request?.body).toEqual({ video_id: 'v-1', text: '露营 七样\n山里的早晨很安静。\n\n#露营 #周末' })
    }))

  it.each([
    [1, 'published'],
    [2, 'rejected'],
    [4, 'in_review'],
    [5, 'published'],
    [7, 'published'],
    [99, 'in_review'],
  ])('status %i is %s', (status, state) =>
    withServer(async (server) => {
      server.play(
        good({ list: [{ item_id: '@1', video_status: status, share_url: 'https://www.iesdouyin.com/share/video/7' }] }),
      )
      const connector = douyinConnector(targetOf('douyin', { baseUrl: server.url }))
      expect((await connector.lookUp(session(), { id: '@1', names: { itemId: '@1' } }, never)).state).toBe(state)
    }),
  )

  it('a used up quota is told as one', () =>
    withServer(async (server) => {
      server.play(answerOf('douyin', 'no-quota'))
      const connector = douyinConnector(targetOf('douyin', { baseUrl: server.url }))
      const uploads = { version: 1 as const, uploaded: { film: 'v-1' }, parts: null }
      const submission = await connector.submit(session(), film('api'), uploads, never)
      expect(submission).toMatchObject({
        outcome: 'refused',
        refusal: { error: { kind: 'quota_exhausted' }, evidence: { vendorCode: '28003017' } },
      })
    }))
})

it.each(Object.entries(kinds))('%s is %s, and is told in words', (code, kind) =>
  withServer(async (server) => {
    server.play(bad(Number(code)))
    const connector = douyinConnector(targetOf('douyin', { baseUrl: server.url }))
    const error = await connector
      .lookUp(session(), { id: '@1', names: { itemId: '@1' } }, never)
      .catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(VendorError)
    expect(error).toMatchObject({ kind, details: { vendorCode: code } })
    expect(connector.explain(error as VendorError).words.zh).not.toBe('')
  }),
)

it.each(vagueCodes)('%s after a submit says nothing of its outcome', (code) =>
  withServer(async (server) => {
    server.play(bad(Number(code)))
    const connector = douyinConnector(targetOf('douyin', { baseUrl: server.url }))
    const uploads = { version: 1 as const, uploaded: { film: 'v-1' }, parts: null }
    expect((await connector.submit(session(), film('api'), uploads, never)).outcome).toBe('outcome_unknown')
  }),
)

describe('a notice', () => {
  const { webhooks } = douyinConnector(targetOf('douyin'))
  const read = (text: string, headers: Record<string, string> = {}) => {
    const signature = createHash('sha1').update(`app-secret${text}`).digest('hex')
    const raw: RawWebhook = {
      method: 'POST',
      query: {},
      headers: { 'x-douyin-signature': signature, ...headers },
      body: Buffer.from(text),
    }
    return webhooks?.read(raw, null)
  }
  const notice = fixtureOf('douyin', 'create-video.json')

  it('with the number of a film ends it', () =>
    expect(read(notice, { 'msg-id': 'm1' })).toMatchObject({
      ok: true,
      id: 'm1',
      facts: [
        {
          accountExternalId: 'open-1',
          standing: {
            state: 'published',
            ref: { id: '170000001' },
            url: 'https://www.douyin.com/video/7300000000000000001',
          },
        },
      ],
    }))

  it.each([
    ['a changed byte', `${notice} `.replace('open-1', 'open-2'), { 'x-douyin-signature': 'ab' }, 'signature'],
    ['no signature', notice, { 'x-douyin-signature': '' }, 'signature'],
    ['another application', notice.replace('app-1', 'app-2'), {}, 'wrong_account'],
    ['no JSON', 'event=create_video', {}, 'malformed'],
  ])('with %s is refused', (_what, text, headers, reason) =>
    expect(read(text, headers)).toMatchObject({ ok: false, reason, reply: { status: 401 } }),
  )

  it.each([[12_345], ['12345']])('to see whether we are there gives back %j as it came', (challenge) =>
    expect(
      read(JSON.stringify({ event: 'verify_webhook', client_key: 'app-1', content: { challenge } })),
    ).toMatchObject({
      ok: true,
      reply: { status: 200, body: JSON.stringify({ challenge }) },
    }),
  )

  it('of something else says nothing', () =>
    expect(read(JSON.stringify({ event: 'authorize', client_key: 'app-1', content: {} }))).toMatchObject({
      ok: true,
      facts: [],
    }))
})
