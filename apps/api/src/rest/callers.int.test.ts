import { termsVersion } from '@mozhou/contracts/accounts/terms'
import type { SessionTokensDto } from '@mozhou/contracts/accounts/answers'
import { testPassword } from '@mozhou/domain/testing/test-domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { restClient } from '../testing/rest-client.ts'
import { startApi } from '../testing/start-api.ts'
import type { TestApi } from '../testing/start-api.ts'

let api: TestApi
let send: ReturnType<typeof restClient>
let bearer = ''
beforeAll(async () => {
  api = await startApi()
  send = restClient(api.url)
  const body = { username: 'caller', email: 'caller@example.com', password: testPassword, acceptedTerms: termsVersion }
  bearer = ((await send('POST /auth/register', { body })).body as SessionTokensDto).accessToken
})
afterAll(() => api.close())

describe('the Authorization header', () => {
  it.each(['Bearer ', 'bearer ', 'BEARER ', 'Bearer  '])('takes the scheme as "%s"', async (scheme) => {
    const headers = { authorization: `${scheme}${bearer}` }
    expect((await send('GET /auth/me', { headers })).status).toBe(200)
  })

  it.each(['Basic ', 'Bearer', ''])('takes no other scheme: "%s"', async (scheme) => {
    const answer = await send('GET /auth/me', { headers: { authorization: `${scheme}${bearer}` } })
    expect(answer).toMatchObject({ status: 401, error: { code: 'UNAUTHENTICATED' } })
  })

  it.each([
    ['nobody', 'GET /auth/me', {}],
    ['a wrong token', 'GET /creations', { bearer: 'x.y.z' }],
    ['a wrong key', 'GET /creations', { bearer: 'mz_live_nothing' }],
    ['a wrong password', 'POST /auth/login', { body: { login: 'caller', password: 'not this one' } }],
  ])('is asked for with every 401: %s', async (_who, endpoint, call) => {
    const answer = await send(endpoint, call)
    expect({ status: answer.status, asked: answer.headers.get('www-authenticate') }).toEqual({
      status: 401,
      asked: 'Bearer',
    })
  })

  it('is not asked for with anything else', async () => {
    expect((await send('GET /creations/x', { bearer })).headers.has('www-authenticate')).toBe(false)
  })
})

describe('the language of an error', () => {
  const refused = async (headers: Record<string, string>, endpoint = 'GET /creations/x') => {
    const { error, headers: answered } = await send(endpoint, { bearer, headers })
    return [answered.get('content-language'), error?.fields[0]?.message ?? error?.message]
  }
  const english = ['en', 'id is not a valid id']
  const chinese = ['zh-CN', 'id不是有效的编号']

  it('is the one asked for, else the one the caller chose, else Chinese', async () => {
    expect(await refused({ 'accept-language': '*' })).toEqual(chinese)
    expect((await send('PUT /auth/me', { bearer, body: { locale: 'en' } })).status).toBe(200)
    expect(await refused({ 'accept-language': '*' })).toEqual(english)
    expect(await refused({ 'accept-language': 'fr' })).toEqual(english)
    expect(await refused({ 'accept-language': 'fr, zh-TW;q=0.5' })).toEqual(chinese)
    expect(await refused({ 'accept-language': 'zh' })).toEqual(chinese)
    expect(await refused({ 'accept-language': 'fr, *;q=0.5, en-GB;q=0.1' })).toEqual(english)
    expect(
      (await send('GET /creations/x', { headers: { 'accept-language': '*' } })).headers.get('content-language'),
    ).toBe('zh-CN')
  })

  it('is known for what never comes to a procedure, and for keys', async () => {
    const any = { 'accept-language': '*' }
    expect((await refused(any, 'GET /nothing'))[0]).toBe('en')
    expect((await refused(any, 'PATCH /auth/me'))[0]).toBe('en')
    const body = await send('POST /writing/wechat_article/generate', { bearer, body: '{', headers: any })
    expect(body.error?.fields[0]?.message).toBe('body is not a JSON object')
    const created = await api.mutate('apiKeys.create', { bearer, input: { name: 'k', scopes: ['creations:read'] } })
    const { key } = created.data as { key: string }
    expect((await send('GET /creations/x', { bearer: key, headers: any })).error?.fields[0]?.message).toBe(english[1])
  })
})

describe('signing in and up with the names people expect', () => {
  const login = (body: object) => send('POST /auth/login', { body, headers: { 'accept-language': 'en' } })

  it.each([
    { login: 'caller' },
    { username: 'caller' },
    { email: 'caller@example.com' },
    { login: 'caller', username: 'another' },
  ])('signs in with %j', async (who) => {
    expect((await login({ ...who, password: testPassword })).body).toMatchObject({ user: { username: 'caller' } })
  })

  it('names what is wrong as it was sent', async () => {
    expect((await login({ username: 7, password: 'x' })).error?.fields).toEqual([
      { path: 'username', rule: 'invalid_type', message: 'username must be text' },
    ])
    expect((await login({ password: 'x' })).error?.fields[0]?.path).toBe('login')
    const body = {
      username: 'names',
      email: 'names@example.com',
      password: testPassword,
      referral_code: 'O0',
      acceptedTerms: termsVersion,
    }
    expect((await send('POST /auth/register', { body })).error?.fields[0]?.path).toBe('referral_code')
  })

  it.each(['', '  '])('takes "%s" for no referral code', async (code) => {
    const username = `no-code-${code.length}`
    const body = {
      username,
      email: `${username}@example.com`,
      password: testPassword,
      referral_code: code,
      acceptedTerms: termsVersion,
    }
    expect((await send('POST /auth/register', { body })).status).toBe(200)
  })
})

describe('a tool’s form', () => {
  const generate = (tool: string, body: object) =>
    send(`POST /writing/${tool}/generate`, { bearer, body, headers: { 'accept-language': 'en' } })

  it.each([{ selling_points: ['轻'] }, { input: { selling_points: ['轻'] } }])(
    'takes snake_case, and names a field that the tool does not have: %j',
    async (form) => {
      const fields = { product: '折叠自行车', lenght: 500 }
      const body = 'input' in form ? { input: { ...form.input, ...fields } } : { ...form, ...fields }
      const { status, error } = await generate('marketing_copy', body)
      expect({ status, rule: error?.fields[0]?.rule }).toEqual({ status: 400, rule: 'unrecognized_keys' })
      expect(error?.fields[0]?.path).toBe('input' in form ? 'input.lenght' : 'lenght')
    },
  )
})
