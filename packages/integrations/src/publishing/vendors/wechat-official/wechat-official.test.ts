import { createCipheriv, createHash } from 'node:crypto'
import { VendorError } from '@mozhou/contracts/vendor-error'
import { describe, expect, it } from 'vitest'
import { jsonOf } from '../../../ai/testing/vendor-server.ts'
import type { PublishInput, RawWebhook } from '../../port.ts'
import { inputOf } from '../../testing/given-works.ts'
import { answerOf, fixtureOf, withServer } from '../../testing/scene.ts'
import { at, keyCredentials, sessionOf, targetOf } from '../../testing/targets.ts'
import { wechatOfficialConnector } from './connector.ts'
import { kinds } from './errors.ts'
import { fieldsOf } from './notice-xml.ts'
import { packageHash } from './prepare.ts'

const never = new AbortController().signal
const folder = 'wechat-official'
const keys = { name: '小舟', appId: 'wx0123456789abcdef', appSecret: 's'.repeat(32), callbackToken: 'token-1' }
const input = inputOf({ platform: 'wechat_official', contentType: 'article', route: 'api' })
const uploads = ({ package: pkg }: PublishInput) => ({
  version: 1 as const,
  addresses: { p1: 'http://mmbiz.qpic.cn/mmbiz_png/a/0?wx_fmt=png&tp=1' },
  materials: { cover: 'thumb-1' },
  draft: { id: 'draft-1', of: packageHash(pkg) },
})

describe('what is sent', () => {
  it('a submit is one call with the draft', () =>
    withServer(async (server) => {
      server.play(answerOf(folder, 'submitted'))
      const connector = wechatOfficialConnector(targetOf('wechat_official', { baseUrl: server.url }))
      const submission = await connector.submit(sessionOf(keyCredentials(keys)), input, uploads(input), never)
      expect(submission).toMatchObject({ outcome: 'accepted', ref: { id: '2247503051' } })
      expect(server.requests.map(({ path, body }) => [path, body])).toEqual([
        ['/cgi-bin/freepublish/submit?access_token=access-1', { media_id: 'draft-1' }],
      ])
    }))

  it('a draft has the uploaded pictures in place of ours', () =>
    withServer(async (server) => {
      server.play(jsonOf(200, { media_id: 'draft-2', item: [] }))
      const connector = wechatOfficialConnector(targetOf('wechat_official', { baseUrl: server.url }))
      const drafted = { ...input, package: { ...input.package, route: 'api_draft' as const } }
      const submission = await connector.submit(sessionOf(keyCredentials(keys)), drafted, uploads(drafted), never)
      expect(submission.outcome).toBe('awaiting_user')
      expect(server.requests[0]?.body).toMatchObject({
        articles: [{ article_type: 'news', title: input.package.title, author: '小舟', thumb_media_id: 'thumb-1' }],
      })
      expect(JSON.stringify(server.requests[0]?.body)).toContain(
        'src=\\"http://mmbiz.qpic.cn/mmbiz_png/a/0?wx_fmt=png&amp;tp=1\\"',
      )
    }))

  it('a package that was edited after it was prepared is not submitted', () =>
    withServer(async (server) => {
      const connector = wechatOfficialConnector(targetOf('wechat_official', { baseUrl: server.url }))
      const edited = { ...input, package: { ...input.package, title: '另一个题目' } }
      const submission = await connector.submit(sessionOf(keyCredentials(keys)), edited, uploads(input), never)
      expect(submission).toMatchObject({
        outcome: 'refused',
        refusal: { error: { details: { vendorCode: 'not_prepared' } } },
      })
      expect(server.requests).toEqual([])
    }))
})

describe('what comes back from a submit', () => {
  it.each([
    ['no JSON', { status: 200, chunks: ['<html>'] }, 'outcome_unknown'],
    ['half an answer', { status: 200, chunks: ['{"errcode"'], ending: 'cut' as const }, 'outcome_unknown'],
    ['a gateway that gave up', { status: 504, chunks: [''] }, 'outcome_unknown'],
    [
      'a redirect',
      { status: 302, headers: { location: 'https://elsewhere.example' }, chunks: [''] },
      'outcome_unknown',
    ],
    ['a yes without a number', jsonOf(200, { errcode: 0, errmsg: 'ok' }), 'outcome_unknown'],
    ['busy', jsonOf(200, { errcode: -1, errmsg: 'system error' }), 'outcome_unknown'],
    ['a limit', jsonOf(200, { errcode: 45011, errmsg: 'api minute-quota reach limit' }), 'refused'],
  ])('%s is %s', (_what, script, outcome) =>
    withServer(async (server) => {
      server.play(script)
      const connector = wechatOfficialConnector(targetOf('wechat_official', { baseUrl: server.url }))
      const submission = await connector.submit(sessionOf(keyCredentials(keys)), input, uploads(input), never)
      expect(submission.outcome).toBe(outcome)
      expect(server.requests).toHaveLength(1)
    }),
  )

  it('nothing, from nobody: surely nothing was published', async () => {
    let closed = ''
    await withServer((server) => Promise.resolve(void (closed = server.url)))
    const connector = wechatOfficialConnector(targetOf('wechat_official', { baseUrl: closed }))
    const submission = await connector.submit(sessionOf(keyCredentials(keys)), input, uploads(input), never)
    expect(submission).toMatchObject({ outcome: 'refused', refusal: { error: { kind: 'unavailable' } } })
  })

  it('silence ends with the deadline, and whoever leaves hears their own reason', () =>
    withServer(async (server) => {
      server.play({ chunks: [], ending: 'hang' })
      const timeouts = { callMs: 200, submitMs: 200, uploadMs: 200 }
      const connector = wechatOfficialConnector(targetOf('wechat_official', { baseUrl: server.url, timeouts }))
      const submit = (signal: AbortSignal) =>
        connector.submit(sessionOf(keyCredentials(keys)), input, uploads(input), signal)
      expect((await submit(never)).outcome).toBe('outcome_unknown')
      const leaving = new AbortController()
      const left = submit(leaving.signal)
      leaving.abort(new Error('停止'))
      await expect(left).rejects.toThrow('停止')
    }))
})

it.each(Object.entries(kinds).filter(([code]) => code !== '-1'))('%s is %s, and is told in words', (code, kind) =>
  withServer(async (server) => {
    server.play(jsonOf(200, { errcode: Number(code), errmsg: 'x' }))
    const connector = wechatOfficialConnector(targetOf('wechat_official', { baseUrl: server.url }))
    const error: unknown = await connector
      .lookUp(sessionOf(keyCredentials(keys)), { id: '1', names: { publishId: '1' } }, never)
      .catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(VendorError)
    expect(error).toMatchObject({ kind, details: { vendorCode: code } })
    const { words } = connector.explain(error as VendorError)
    expect(words.zh).not.toBe('')
    expect(words.en).not.toBe('')
  }),
)

it('an address that is not on the list is named to its owner', () =>
  withServer(async (server) => {
    server.play(answerOf(folder, 'wrong-address'))
    const connector = wechatOfficialConnector(targetOf('wechat_official', { baseUrl: server.url }))
    const error = await connector.check(sessionOf(keyCredentials(keys)), never).catch((thrown: unknown) => thrown)
    expect(connector.explain(error as VendorError)).toMatchObject({
      field: 'account',
      words: { zh: expect.stringContaining('203.0.113.7') },
    })
    expect((error as VendorError).details.vendorRequestId).toBe('69ab12cd-1e2f3a4b-5c6d7e8f')
  }))

describe('how a publication stands', () => {
  it.each([
    [0, 'published', null],
    [1, 'in_review', null],
    [2, 'rejected', 'platform'],
    [3, 'failed', 'platform'],
    [4, 'rejected', 'platform'],
    [5, 'removed', 'user'],
    [6, 'removed', 'platform'],
    [9, 'in_review', null],
  ])('%i is %s', (status, state, actor) =>
    withServer(async (server) => {
      const answer = JSON.parse(fixtureOf(folder, 'published.json')) as object
      server.play(jsonOf(200, { ...answer, publish_status: status }))
      const connector = wechatOfficialConnector(targetOf('wechat_official', { baseUrl: server.url }))
      const ref = { id: '2247503051', names: { publishId: '2247503051' } }
      const standing = await connector.lookUp(sessionOf(keyCredentials(keys)), ref, never)
      expect(standing).toMatchObject({ state, actor, ref: { names: { articleId: 'bW9jay1hcnRpY2xl' } } })
      expect(standing.askAgainMs === null).toBe(state !== 'in_review')
      expect(standing.url).toMatch(/^https:\/\/mp\.weixin\.qq\.com\/s\?/)
    }),
  )
})

describe('a notice', () => {
  const seconds = String(Date.parse(at) / 1_000)
  const sign = (...parts: string[]) => createHash('sha1').update(parts.sort().join('')).digest('hex')
  const connector = wechatOfficialConnector(targetOf('wechat_official'))
  const read = (raw: Partial<RawWebhook>, more: Record<string, string> = {}) =>
    connector.webhooks?.read(
      { method: 'POST', query: {}, headers: {}, body: Buffer.from(fixtureOf(folder, 'rejected.xml')), ...raw },
      keyCredentials({ ...keys, ...more }),
    )
  const query = { timestamp: seconds, nonce: 'n1', signature: sign('token-1', seconds, 'n1') }

  it('that is signed says what happened, once for each number', () => {
    const reading = read({ query })
    expect(reading).toMatchObject({
      ok: true,
      facts: [{ accountExternalId: keys.appId, standing: { state: 'rejected', ref: { id: '2247503051' } } }],
      reply: { status: 200, body: 'success' },
    })
    expect(read({ query })).toMatchObject({ id: reading?.ok === true ? reading.id : '' })
  })

  it.each<[string, Partial<RawWebhook>, string]>([
    ['with another signature', { query: { ...query, signature: sign('token-2', seconds, 'n1') } }, 'signature'],
    ['without one', { query: { timestamp: seconds, nonce: 'n1' } }, 'signature'],
    ['of an hour ago', { query: { ...query, timestamp: String(Number(seconds) - 3_600) } }, 'stale'],
    ['with no time', { query: { ...query, timestamp: '' } }, 'stale'],
    ['with time that is none', { query: { ...query, timestamp: 'x' } }, 'stale'],
  ])('%s is refused', (_what, raw, reason) => expect(read(raw)).toMatchObject({ ok: false, reason }))

  it('in the open is refused where a key was agreed upon', () =>
    expect(read({ query }, { callbackAesKey: 'a'.repeat(43) })).toMatchObject({ ok: false, reason: 'signature' }))

  it('of something else says nothing, and is answered', () => {
    const body = Buffer.from('<xml><Event><![CDATA[subscribe]]></Event></xml>')
    expect(read({ query, body })).toMatchObject({ ok: true, facts: [], reply: { body: 'success' } })
  })

  it('to see whether we are there gives back what it was given', () => {
    const probe = { ...query, echostr: '5837…<x>' }
    expect(read({ method: 'GET', query: probe, body: new Uint8Array() })).toMatchObject({
      ok: true,
      reply: { body: '5837…<x>', contentType: 'text/plain; charset=utf-8' },
    })
    expect(read({ method: 'GET', query: { ...probe, signature: 'x' }, body: new Uint8Array() })).toMatchObject({
      ok: false,
    })
  })

  it.each([
    ['for this account', keys.appId, 'ok'],
    ['for another', 'wx9999999999999999', 'wrong_account'],
  ])('that is encrypted %s', (_what, appId, told) => {
    const callbackAesKey = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG'
    const key = Buffer.from(`${callbackAesKey}=`, 'base64')
    const message = Buffer.from(fixtureOf(folder, 'rejected.xml'))
    const length = Buffer.from([0, 0, message.length >> 8, message.length & 255])
    const whole = Buffer.concat([Buffer.alloc(16, 1), length, message, Buffer.from(appId)])
    const fill = 32 - (whole.length % 32)
    const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
    const encrypted = Buffer.concat([
      cipher.update(Buffer.concat([whole, Buffer.alloc(fill, fill)])),
      cipher.final(),
    ]).toString('base64')
    const body = Buffer.from(`<xml><ToUserName>gh</ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`)
    const signed = { ...query, encrypt_type: 'aes', msg_signature: sign('token-1', seconds, 'n1', encrypted) }
    const reading = read({ query: signed, body }, { callbackAesKey })
    expect(reading?.ok === true ? 'ok' : reading?.reason).toBe(told)
    const bent = { query: signed, body: Buffer.from(body.toString().replace(encrypted.slice(0, 4), 'AAAA')) }
    expect(read(bent, { callbackAesKey })).toMatchObject({ ok: false, reason: 'signature' })
  })
})

it('fields of a notice are read as text, whatever stands in them', () => {
  expect(fieldsOf('<a><![CDATA[x ]] < y]]></a><a> 1 &amp; 2 </a><b>no</b>', 'a')).toEqual(['x ]] < y', '1 & 2'])
  expect(fieldsOf('<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>', 'a')).toEqual(['&e;'])
  expect(fieldsOf('<a>1<a>2</a>', 'a')).toEqual(['2'])
})

it.each(['<Encrypt>', '<Encrypt><![CDATA[', `<Encrypt>${' '.repeat(100)}`])(
  'a body of many times %j is read at once',
  (piece) => {
    const xml = piece.repeat(Math.floor(262_144 / piece.length))
    const startedAt = performance.now()
    expect(fieldsOf(xml, 'Encrypt')).toEqual([])
    expect(performance.now() - startedAt).toBeLessThan(500)
  },
)
