import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { TextTarget } from '../port.ts'
import { createTextModel } from '../registry.ts'
import { collectAnswer } from '../testing/collect-answer.ts'
import { readFixture } from '../testing/read-fixture.ts'
import { textTarget } from '../testing/text-target.ts'
import { jsonOf, startVendorServer, streamOf, type VendorServer } from '../testing/vendor-server.ts'
import { readTokenUrl } from './baidu-token.ts'
import { signBceRequest } from './bce-signature.ts'

let server: VendorServer
// A server of its own per test is a token endpoint of its own: nothing is cached from one test to the next.
beforeEach(async () => {
  server = await startVendorServer()
})
afterEach(async () => {
  vi.useRealTimers()
  await server.stop()
})

const model = (changes: Partial<TextTarget> = {}) =>
  createTextModel(
    textTarget('baidu', `${server.url}/baidu/v2`, {
      authProfile: 'access_key_pair',
      credentials: { apiKey: 'ak-0001', secretKey: 'sk-0001' },
      ...changes,
    }),
  )

const createTime = '2026-11-22T10:00:00Z'
const tokenOf = (token: string, expireTime = '2026-11-23T10:00:00Z') =>
  jsonOf(200, { userId: 'u', token, status: 'enable', createTime, expireTime })
const article = () => streamOf(readFixture('baidu.sse'))
const refused = () => jsonOf(401, { error: { code: 'invalid_iam_token', message: 'm', type: 'invalid_request_error' } })
const paths = () => server.requests.map((request) => request.path.replace(/\?.*/, ''))
const tokenPath = '/baidu/v1/BCE-BEARER/token'
const chatPath = '/baidu/v2/chat/completions'

describe('API Key + Secret Key', () => {
  it('sign for a token that then serves further calls', async () => {
    server.play(tokenOf('bce-v3/t1'), article())
    expect(await collectAnswer(model())).toMatchObject({ finish: 'stop' })
    expect(await collectAnswer(model())).toMatchObject({ finish: 'stop' })
    expect(paths()).toEqual([tokenPath, chatPath, chatPath])
    expect(server.requests.slice(1).map((request) => request.headers.authorization)).toEqual([
      'Bearer bce-v3/t1',
      'Bearer bce-v3/t1',
    ])
  })

  it('put a signature on the token request that the server can compute', async () => {
    server.play(tokenOf('bce-v3/t1'), article())
    await collectAnswer(model())
    const [request] = server.requests
    const { host = '', 'x-bce-date': date = '', authorization = '' } = request?.headers ?? {}
    const [version, accessKey, timestamp, seconds, signedHeaders, signature] = authorization.split('/')
    expect([version, accessKey, timestamp, seconds, signedHeaders]).toEqual([
      'bce-auth-v1',
      'ak-0001',
      String(date),
      '1800',
      'host;x-bce-date',
    ])
    const hmac = (key: string, text: string) => createHmac('sha256', key).update(text).digest('hex')
    const encode = (text: string) => encodeURIComponent(text)
    const canonical = [
      'GET',
      tokenPath,
      'expireInSeconds=86400',
      `host:${encode(host)}`,
      `x-bce-date:${encode(String(date))}`,
    ].join('\n')
    const signingKey = hmac('sk-0001', `bce-auth-v1/ak-0001/${timestamp}/1800`)
    expect(signature).toBe(hmac(signingKey, canonical))
  })

  it('share one token request between calls at the same time', async () => {
    server.play(tokenOf('bce-v3/t1'), article())
    await Promise.all(Array.from({ length: 5 }, () => collectAnswer(model())))
    expect(paths().filter((path) => path === tokenPath)).toHaveLength(1)
  })

  it('fetch a fresh token shortly before the old one ends', async () => {
    server.play(tokenOf('bce-v3/t1', '2026-11-22T10:20:00Z'), article(), tokenOf('bce-v3/t2'), article())
    vi.useFakeTimers({ toFake: ['Date'] })
    await collectAnswer(model())
    vi.setSystemTime(Date.now() + 16 * 60_000)
    await collectAnswer(model())
    expect(server.requests.at(-1)?.headers.authorization).toBe('Bearer bce-v3/t2')
  })

  it('renew a refused token once', async () => {
    server.play(tokenOf('bce-v3/t1'), refused(), tokenOf('bce-v3/t2'), article())
    expect(await collectAnswer(model())).toMatchObject({ finish: 'stop', thrown: null })
    expect(paths()).toEqual([tokenPath, chatPath, tokenPath, chatPath])
  })

  it('give up when the fresh token is refused too', async () => {
    server.play(tokenOf('bce-v3/t1'), refused(), tokenOf('bce-v3/t2'), refused())
    const { failure } = await collectAnswer(model())
    expect(failure).toMatchObject({ kind: 'credentials', details: { vendorCode: 'invalid_iam_token' } })
    expect(server.requests).toHaveLength(4)
  })

  it.each([
    [400, { code: 'SignatureDoesNotMatch', message: 'm', requestId: 'r' }, 'credentials', 'SignatureDoesNotMatch'],
    [403, { code: 'AccessDenied', message: 'm', requestId: 'r' }, 'credentials', 'AccessDenied'],
    [404, null, 'credentials', undefined],
    [429, { code: 'TooManyRequests', message: 'm' }, 'rate_limited', 'TooManyRequests'],
    [500, { code: 'InternalError', message: 'm' }, 'unavailable', 'InternalError'],
    [200, { status: 'disable' }, 'unavailable', 'malformed_token'],
  ])('are answered %i by the token endpoint', async (status, body, kind, vendorCode) => {
    server.play(jsonOf(status, body), tokenOf('bce-v3/t1'), article())
    const { failure } = await collectAnswer(model())
    expect(failure?.kind).toBe(kind)
    expect(failure?.details.vendorCode).toBe(vendorCode)
    // A failure is not remembered.
    expect(await collectAnswer(model())).toMatchObject({ finish: 'stop' })
  })

  it('tell an outage of the token endpoint', async () => {
    server.play({ status: 502, headers: { 'content-type': 'text/html' }, chunks: ['<html></html>'] })
    expect((await collectAnswer(model())).failure).toMatchObject({ kind: 'unavailable', details: { httpStatus: 502 } })
    server.play({ chunks: [], ending: 'cut' })
    expect((await collectAnswer(model())).failure).toMatchObject({ kind: 'unavailable' })
  })

  it('need the secret key and a base URL that ends in /v2', async () => {
    const noSecret = await collectAnswer(model({ credentials: { apiKey: 'ak-0001' } }))
    expect(noSecret.failure).toMatchObject({ kind: 'credentials', details: { vendorCode: 'missing_secret_key' } })
    const elsewhere = await collectAnswer(model({ baseUrl: `${server.url}/v3` }))
    expect(elsewhere.failure).toMatchObject({ details: { vendorCode: 'unknown_token_endpoint' } })
    expect(server.requests).toEqual([])
  })

  it('leave the caller free to go while the token is on its way', async () => {
    server.play({ ...tokenOf('bce-v3/t1'), beforeFirstMs: 10_000 })
    const startedAt = performance.now()
    const { thrown } = await collectAnswer(model(), undefined, AbortSignal.timeout(50))
    expect(thrown).toMatchObject({ name: 'TimeoutError' })
    const reason = new Error('停')
    expect((await collectAnswer(model(), undefined, AbortSignal.abort(reason))).thrown).toBe(reason)
    expect(performance.now() - startedAt).toBeLessThan(5_000)
  })
})

it.each([
  ['https://qianfan.baidubce.com/v2', 'https://iam.bj.baidubce.com/v1/BCE-BEARER/token'],
  ['https://qianfan.baidubce.com/v2/', 'https://iam.bj.baidubce.com/v1/BCE-BEARER/token'],
  ['http://127.0.0.1:3200/baidu/v2', 'http://127.0.0.1:3200/baidu/v1/BCE-BEARER/token'],
  ['http://127.0.0.1:3200/baidu', null],
])('the token endpoint of %s is %s', (baseUrl, expected) => {
  expect(readTokenUrl(baseUrl)).toBe(expected)
})

// Test vector of Baidu's own description of the algorithm is for other headers; this one pins ours against change.
it('signs a fixed request the same way for ever', () => {
  const headers = signBceRequest({
    method: 'GET',
    url: new URL('https://iam.bj.baidubce.com/v1/BCE-BEARER/token?expireInSeconds=86400'),
    accessKey: 'ak',
    secretKey: 'sk',
    now: new Date('2026-11-22T10:00:00.123Z'),
  })
  expect(headers['x-bce-date']).toBe('2026-11-22T10:00:00Z')
  expect(headers.authorization).toMatch(/^bce-auth-v1\/ak\/2026-11-22T10:00:00Z\/1800\/host;x-bce-date\/[0-9a-f]{64}$/)
})
