import { termsVersion } from '@mozhou/contracts/accounts/terms'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cookieHeader, startApi } from './testing/start-api.ts'
import type { TestApi } from './testing/start-api.ts'

let api: TestApi
let person = 0
const register = (app: 'web' | 'admin' = 'web') => {
  person += 1
  const input = {
    username: `produced${person}`,
    email: `produced${person}@example.com`,
    password: 'password-of-mine',
    acceptedTerms: termsVersion,
  }
  return api.mutate('auth.register', { app, input })
}

beforeAll(async () => {
  api = await startApi({ deps: { isProduction: true } })
})
afterAll(() => api.close())

it('gives cookies that no other host can plant and that travel over TLS alone', async () => {
  const { setCookies } = await register()
  expect(setCookies.map((cookie) => cookie.split('=')[0])).toEqual([
    '__Host-mz_device',
    '__Host-mz_web_access',
    '__Host-mz_web_refresh',
  ])
  for (const cookie of setCookies) {
    expect(cookie).toMatch(/^[^;]+; (Max-Age=34560000; )?Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/)
  }
  const cookies = cookieHeader(setCookies)
  expect((await api.query('auth.me', { app: 'web', cookies })).status).toBe(200)
  const signedOut = await api.mutate('auth.logout', { app: 'web', cookies, input: {} })
  expect(signedOut.setCookies.map((cookie) => cookie.split('=;')[0])).toEqual([
    '__Host-mz_web_access',
    '__Host-mz_web_refresh',
  ])
  for (const cookie of signedOut.setCookies) expect(cookie).toMatch(/; Path=\/; Expires=Thu, 01 Jan 1970.*; Secure/)
})

it('takes no session from a cookie without the prefix, which a neighbouring host may set', async () => {
  const cookies = cookieHeader((await register()).setCookies)
  const planted = cookies.replaceAll('__Host-', '')
  expect((await api.query('auth.me', { app: 'web', cookies: planted })).error?.code).toBe('UNAUTHENTICATED')
  expect((await api.mutate('auth.refresh', { app: 'web', cookies: planted, input: {} })).status).toBe(401)
})

it('tells browsers to come back over TLS only', async () => {
  const expected = 'max-age=31536000; includeSubDomains'
  expect((await api.query('system.info')).headers.get('strict-transport-security')).toBe(expected)
  expect((await fetch(`${api.url}/api/v1/openapi.json`)).headers.get('strict-transport-security')).toBe(expected)
  expect((await fetch(`${api.url}/nowhere`)).headers.get('strict-transport-security')).toBe(expected)
})
