import type { SessionTokensDto } from '@mozhou/contracts/accounts'
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
  const body = { username: 'caller', email: 'caller@example.com', password: testPassword }
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
