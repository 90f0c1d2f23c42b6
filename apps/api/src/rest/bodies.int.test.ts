import { termsVersion } from '@mozhou/contracts/accounts/terms'
import { gzipSync } from 'node:zlib'
import type { RestErrorDto } from '@mozhou/contracts/requests/answers'
import type { SessionTokensDto } from '@mozhou/contracts/accounts/answers'
import { parseId } from '@mozhou/contracts/ids'
import { testPassword } from '@mozhou/domain/testing/test-domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chargingWorkflows } from '../testing/charging-workflows.ts'
import { restClient } from '../testing/rest-client.ts'
import { sampleModel } from '../testing/sample-model.ts'
import { startApi } from '../testing/start-api.ts'
import type { TestApi } from '../testing/start-api.ts'

let api: TestApi
let send: ReturnType<typeof restClient>
let bearer = ''
let userId = ''
beforeAll(async () => {
  api = await startApi({ deps: { workflows: chargingWorkflows(() => api.ctx) } })
  send = restClient(api.url)
  const { accessToken } = await api.signIn('admin')
  expect((await send('POST /models', { bearer: accessToken, body: sampleModel('first') })).status).toBe(200)
  const body = { username: 'body', email: 'body@example.com', password: testPassword, acceptedTerms: termsVersion }
  const { user, accessToken: token } = (await send('POST /auth/register', { body })).body as SessionTokensDto
  ;[bearer, userId] = [token, parseId('user', user.id) ?? '']
})
afterAll(() => api.close())

const endpoint = 'POST /writing/wechat_article/generate'
const nested = (depth: number) => '{"a":'.repeat(depth) + '1' + '}'.repeat(depth)
const english = { 'accept-language': 'en' }

async function sendBytes(bytes: Uint8Array<ArrayBuffer>, headers: Record<string, string>) {
  const response = await fetch(`${api.url}/api/v1/writing/wechat_article/generate`, {
    method: 'POST',
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json', ...english, ...headers },
    body: bytes,
  })
  return { status: response.status, error: ((await response.json()) as Partial<RestErrorDto>).error }
}

async function expectNothingMade() {
  expect(await api.ctx.prisma.generation.count({ where: { userId } })).toBe(0)
}

describe('a body nested without end', () => {
  it.each<Record<string, string>>([{ 'idempotency-key': 'deep' }, {}])('is refused under %o', async (headers) => {
    const body = `{"input":{"topic":"城市露营","x":${nested(5_000)}}}`
    const { status, error } = await send(endpoint, { bearer, body, headers: { ...english, ...headers } })
    expect({ status, fields: error?.fields }).toEqual({
      status: 400,
      fields: [
        {
          path: 'body',
          rule: 'too_deep',
          message: 'body is nested too deeply: at most 64 lists and objects within one another',
        },
      ],
    })
    await expectNothingMade()
  })

  it.each([
    ['writing.generate', `{"tool":"wechat-article","input":${nested(100_000)}}`],
    ['creations.update', `{"result":${nested(100_000)}}`],
    ['auth.login', `{"login":${nested(100_000)}}`],
    ['auth.login', nested(100_000)],
  ])('is no fault over tRPC: %s', async (path, body) => {
    const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' }
    const response = await fetch(`${api.url}/trpc/${path}`, { method: 'POST', headers, body })
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('VALIDATION_FAILED')
  })

  it('is stored nowhere over tRPC: a form with a field of nobody’s is refused before anything is charged', async () => {
    const form = `{"topic":"城市露营","length":800,"x":${nested(100_000)}}`
    const body = `{"tool":"wechat-article","input":${form},"requestKey":"${api.ctx.newId()}"}`
    const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' }
    const response = await fetch(`${api.url}/trpc/writing.generate`, { method: 'POST', headers, body })
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('unrecognized_keys')
    expect(await api.ctx.prisma.generation.count({ where: { userId } })).toBe(0)
  })
})

describe('a body that cannot be read', () => {
  const text = (topic: string) => new TextEncoder().encode(JSON.stringify({ topic }))

  it('is refused for bytes that are no UTF-8, and nothing is charged', async () => {
    const bytes = new Uint8Array([...text('城市露营').slice(0, -2), 0xff, 0xfe, 0x22, 0x7d])
    const { status, error } = await sendBytes(bytes, {})
    expect({ status, fields: error?.fields }).toEqual({
      status: 400,
      fields: [{ path: 'body', rule: 'utf8', message: 'body is not valid UTF-8' }],
    })
    await expectNothingMade()
  })

  it.each([
    ['topic', '{"topic":"城市\\ud800露营"}'],
    ['keywords.1', '{"topic":"城市露营","keywords":["茶","\\udc00"]}'],
  ])('is refused for half a character, naming %s', async (path, body) => {
    const { status, error } = await send(endpoint, { bearer, body, headers: english })
    const message = `${path} holds half a character (a lone surrogate)`
    expect({ status, fields: error?.fields }).toEqual({
      status: 400,
      fields: [{ path, rule: 'whole_characters', message }],
    })
    await expectNothingMade()
  })

  it('is refused when it is not packed as it says, and read when it is', async () => {
    const refused = await sendBytes(text('城市露营'), { 'content-encoding': 'gzip' })
    expect({ status: refused.status, field: refused.error?.fields[0] }).toMatchObject({
      status: 400,
      field: { path: 'body', rule: 'content_encoding' },
    })
    const cut = gzipSync(text('城市露营')).subarray(0, 20)
    expect((await sendBytes(new Uint8Array(cut), { 'content-encoding': 'gzip' })).error?.fields[0]?.path).toBe('body')
    const packed = new Uint8Array(gzipSync(text('城')))
    const read = await sendBytes(packed, { 'content-encoding': 'gzip' })
    expect(read.error?.fields[0]).toMatchObject({ path: 'topic', rule: 'too_small' })
  })
})

it('says which type a value should have, and does not call it missing', async () => {
  const { error } = await send(endpoint, { bearer, body: { topic: 123, keywords: 'tea' }, headers: english })
  expect(error?.fields.map(({ message }) => message)).toEqual(['topic must be text', 'keywords must be a list'])
  const missing = await send(endpoint, { bearer, body: { keywords: [] }, headers: english })
  expect(missing.error?.fields.map(({ message }) => message)).toEqual(['topic is required'])
})
