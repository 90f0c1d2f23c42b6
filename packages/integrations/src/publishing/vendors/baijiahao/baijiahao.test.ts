import { VendorError } from '@mozhou/contracts/vendor-error'
import { describe, expect, it } from 'vitest'
import { jsonOf } from '../../../ai/testing/vendor-server.ts'
import { inPlatformWords } from '../../platform-words.ts'
import { inputOf } from '../../testing/given-works.ts'
import { answerOf, withServer } from '../../testing/scene.ts'
import { keyCredentials, sessionOf, targetOf } from '../../testing/targets.ts'
import { baijiahaoConnector } from './connector.ts'
import { absentCode, kinds, vagueCodes } from './errors.ts'
import { stampOf } from './piece-list.ts'

const never = new AbortController().signal
const session = () => sessionOf(keyCredentials({ name: '小舟', appId: '17', appToken: 'tok' }))
const input = inputOf({
  platform: 'baijiahao',
  contentType: 'article',
  route: 'api',
  publicUrl: 'https://files.example/p?a=1&b=2',
})
const told = (status: string, more: object = {}) =>
  jsonOf(200, {
    errno: 0,
    errmsg: 'success',
    data: { '17000': { status, url: 'https://baijiahao.baidu.com/s?id=17000', msg: '', ...more } },
  })

it('a submit sends the text with public addresses, and covers as a list in a string', () =>
  withServer(async (server) => {
    server.play(answerOf('baijiahao', 'accepted'))
    const connector = baijiahaoConnector(targetOf('baijiahao', { baseUrl: server.url }))
    expect(await connector.submit(session(), input, { version: 1 }, never)).toMatchObject({
      outcome: 'accepted',
      ref: { id: '1700000000000000001' },
    })
    const [request] = server.requests
    expect(request?.path).toBe('/article/publish')
    expect(request?.body).toEqual({
      app_id: '17',
      app_token: 'tok',
      title: input.package.title,
      content:
        '<section><p>山里的早晨很安静。</p><p><img src="https://files.example/p?a=1&amp;b=2" alt=""></p></section>',
      origin_url: input.originUrl,
      cover_images: '[{"src":"https://files.example/p?a=1&b=2"}]',
      is_original: 0,
    })
  }))

describe('how a piece stands', () => {
  it.each([
    ['publish', 'published'],
    ['draft', 'awaiting_user'],
    ['processing', 'in_review'],
    ['rejected', 'rejected'],
    ['forbidden', 'removed'],
    ['withdraw', 'removed'],
    ['something_new', 'in_review'],
  ])('%s is %s', (status, state) =>
    withServer(async (server) => {
      server.play(told(status))
      const connector = baijiahaoConnector(targetOf('baijiahao', { baseUrl: server.url }))
      const standing = await connector.lookUp(session(), { id: '17000', names: {} }, never)
      expect([standing.state, standing.url !== null]).toEqual([state, state === 'published'])
    }),
  )

  it('a reason is given as the platform words it', () =>
    withServer(async (server) => {
      server.play(told('rejected', { msg: '标题夸大' }))
      const connector = baijiahaoConnector(targetOf('baijiahao', { baseUrl: server.url }))
      expect(await connector.lookUp(session(), { id: '17000', names: {} }, never)).toMatchObject({
        reason: inPlatformWords('标题夸大'),
        actor: 'platform',
      })
    }))
})

const decided = Object.entries(kinds).filter(([code]) => code !== absentCode && !vagueCodes.includes(code as never))
it.each(decided)('%s is %s, and is told in words', (code, kind) =>
  withServer(async (server) => {
    server.play(jsonOf(200, { errno: Number(code), errmsg: 'x', data: [] }))
    const connector = baijiahaoConnector(targetOf('baijiahao', { baseUrl: server.url }))
    const error = await connector.check(session(), never).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(VendorError)
    expect(error).toMatchObject({ kind, details: { vendorCode: code } })
    expect(connector.explain(error as VendorError).words.en).not.toBe('')
  }),
)

it.each(vagueCodes)('%s after a submit says nothing of its outcome', (code) =>
  withServer(async (server) => {
    server.play(jsonOf(200, { errno: Number(code), errmsg: 'internal error', data: [] }))
    const connector = baijiahaoConnector(targetOf('baijiahao', { baseUrl: server.url }))
    expect((await connector.submit(session(), input, { version: 1 }, never)).outcome).toBe('outcome_unknown')
  }),
)

it('wrong keys are told when an account is connected, and a field that is left out before', () =>
  withServer(async (server) => {
    server.play(answerOf('baijiahao', 'wrong-keys'))
    const { appKeys } = baijiahaoConnector(targetOf('baijiahao', { baseUrl: server.url })).connections
    await expect(appKeys?.connect({ name: 'a', appId: '1', appToken: ' ' }, never)).rejects.toMatchObject({
      details: { vendorCode: 'missing_appToken' },
    })
    expect(server.requests).toEqual([])
    await expect(appKeys?.connect({ name: 'a', appId: '1', appToken: '2' }, never)).rejects.toMatchObject({
      kind: 'account_disconnected',
    })
  }))

it.each([
  ['2026-11-30T16:30:05.900Z', '2026-12-01 00:30:05'],
  ['2026-01-01T00:00:00.000Z', '2026-01-01 08:00:00'],
])('%s is %s in Beijing', (instant, stamp) => expect(stampOf(new Date(instant))).toBe(stamp))
