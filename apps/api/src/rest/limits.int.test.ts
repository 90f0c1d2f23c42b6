import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRateLimits } from '../rate-limits.ts'
import type { RateLimitSettings } from '../rate-limits.ts'
import { restClient } from '../testing/rest-client.ts'
import type { RestAnswer, RestCall } from '../testing/rest-client.ts'
import { startApi } from '../testing/start-api.ts'
import type { TestApi } from '../testing/start-api.ts'

let base: TestApi
beforeAll(async () => {
  base = await startApi()
})
afterAll(() => base.close())

/** The API under these limits, counted from nothing, for as long as `work` takes. */
async function underLimits(
  settings: Partial<RateLimitSettings>,
  work: (call: ReturnType<typeof restClient>) => Promise<void>,
): Promise<void> {
  const redis = base.ctx.redis.duplicate({ keyPrefix: `test:${crypto.randomUUID()}:` })
  // Until Redis answers, limits count in memory.
  await once(redis, 'ready')
  const limits = createRateLimits(redis, {
    user: 3,
    address: 1_000,
    anonymous: 4,
    auth: 2,
    authHour: 1_000,
    refresh: 1_000,
    ...settings,
  })
  const api = await startApi({ deps: { limits, domain: base.ctx } })
  try {
    await work(restClient(api.url))
  } finally {
    await api.close()
    redis.disconnect()
  }
}

function expectTooMany(answer: RestAnswer, kind: string): void {
  expect(answer).toMatchObject({ status: 429, error: { code: 'RATE_LIMITED', fields: [] } })
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(answer.headers.get('ratelimit')).toMatch(new RegExp(`^"${kind}";r=0;t=\\d{1,2}`))
}

it('are told in the standard headers, and when to come back', () =>
  underLimits({}, async (call) => {
    const { accessToken: bearer } = await base.signIn('creator')
    const first = await call('GET /credit/balance', { bearer })
    expect(first.headers.get('ratelimit-policy')).toBe('"user";q=3;w=60, "address";q=1000;w=60')
    expect(first.headers.get('ratelimit')).toMatch(/^"user";r=2;t=\d{1,2}, "address";r=999;t=\d{1,2}$/)
    // A key is counted, too, and once: the claim and the procedure ask both.
    const keyed = { bearer, body: { topic: '茶', length: 800 }, headers: { 'idempotency-key': 'k' } }
    expect((await call('POST /writing/wechat-article/generate', keyed)).headers.get('ratelimit')).toContain('r=1;')
    await call('GET /models', { bearer })
    expectTooMany(await call('GET /models', { bearer }), 'user')
    const login = await call('POST /auth/login', { body: { login: 'x', password: 'x' } })
    expect(login.headers.get('ratelimit-policy')).toBe(
      '"anonymous";q=4;w=60, "auth";q=2;w=60, "authHour";q=1000;w=3600',
    )
  }))

const unserved: [number, string, RestCall][] = [
  [404, 'GET /nothing', {}],
  [405, 'DELETE /auth/me', {}],
  [204, 'OPTIONS /auth/me', {}],
  [400, 'GET /creations/%E0%A4%A', {}],
  [400, 'POST /creations/delete-many', { body: '{"creationIds":' }],
  [413, 'POST /creations/delete-many', { body: JSON.stringify({ creationIds: 'x'.repeat(1_100_000) }) }],
  [415, 'POST /creations/delete-many', { body: '<ids/>', headers: { 'content-type': 'text/xml' } }],
  [200, 'GET /openapi.json', {}],
  [200, 'GET /docs', {}],
]

describe('what never comes to a procedure', () => {
  it.each(unserved)('%i of %s is counted, told and refused against the address', (status, endpoint, sent) =>
    underLimits({ anonymous: 1 }, async (call) => {
      const first = await call(endpoint, sent)
      expect(first.status).toBe(status)
      expect(first.headers.get('ratelimit-policy')).toBe('"anonymous";q=1;w=60')
      expect(first.headers.get('ratelimit')).toMatch(/^"anonymous";r=0;t=\d{1,2}$/)
      const second = await call(endpoint, sent)
      expectTooMany(second, 'anonymous')
      // The same limit as for what comes to one.
      expectTooMany(await call('GET /credit/balance'), 'anonymous')
    }),
  )

  it.each(unserved)('%i of %s is counted against the person where one is known', (status, endpoint, sent) =>
    underLimits({ user: 1, anonymous: 0 }, async (call) => {
      const { accessToken } = await base.signIn('creator')
      const created = await base.mutate('apiKeys.create', {
        bearer: accessToken,
        input: { name: 'script', scopes: ['account:read'] },
      })
      const signedIn = { ...sent, bearer: (created.data as { key: string }).key }
      const first = await call(endpoint, signedIn)
      expect(first.status).toBe(status)
      expect(first.headers.get('ratelimit')).toMatch(/^"user";r=0;t=\d{1,2}, "address";r=999;t=\d{1,2}$/)
      expectTooMany(await call(endpoint, signedIn), 'user')
      expectTooMany(await call('GET /auth/me', { bearer: accessToken }), 'user')
    }),
  )
})
