import { termsVersion } from '@mozhou/contracts/accounts/terms'
import { testPassword } from '@mozhou/domain/testing/test-domain'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cookieHeader, startApi } from './testing/start-api.ts'
import type { TestApi } from './testing/start-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

let people = 0
const register = (call: { app?: 'web' | 'admin'; cookies?: string } = { app: 'web' }) => {
  people += 1
  const username = `device-of-${people}`
  const names = { username, email: `${username}@example.com`, password: testPassword }
  return api.mutate('auth.register', { ...call, input: { ...names, acceptedTerms: termsVersion } })
}
const signIn = (login: string, cookies?: string) =>
  api.mutate('auth.login', {
    app: 'web',
    input: { login, password: testPassword },
    ...(cookies === undefined ? {} : { cookies }),
  })
const markIn = (setCookies: readonly string[]) =>
  setCookies.find((cookie) => cookie.startsWith('mz_device='))?.split(';')[0] ?? null
const rows = () => api.ctx.prisma.userDevice.findMany({ include: { user: { select: { username: true } } } })

it('is given with the registration, kept by the browser whoever signs in, and stored as a hash', async () => {
  const registered = await register()
  const mark = markIn(registered.setCookies)
  expect(registered.setCookies.find((cookie) => cookie.startsWith('mz_device='))).toMatch(
    /^mz_device=[\w-]{43}; Max-Age=34560000; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
  )
  const other = await register({ app: 'web', cookies: mark ?? '' })
  expect(markIn(other.setCookies)).toBe(mark)
  expect(markIn((await signIn('device-of-1', mark ?? '')).setCookies)).toBe(mark)
  const seen = await rows()
  expect(seen.map(({ user }) => user.username).toSorted()).toEqual(['device-of-1', 'device-of-2'])
  const [one, two] = seen
  expect(Buffer.from(one?.deviceHash ?? []).equals(Buffer.from(two?.deviceHash ?? []))).toBe(true)
  expect(Buffer.from(one?.deviceHash ?? []).toString('base64url')).not.toBe(mark?.split('=')[1])
})

it('is another in another browser, and stays when somebody signs out', async () => {
  const registered = await register()
  const elsewhere = await signIn(`device-of-${people}`)
  expect(markIn(elsewhere.setCookies)).not.toBe(markIn(registered.setCookies))
  const cookies = cookieHeader(registered.setCookies)
  const left = await api.mutate('auth.logout', { app: 'web', cookies, input: {} })
  expect(markIn(left.setCookies)).toBeNull()
  const devices = (await rows()).filter(({ user }) => user.username === `device-of-${people}`)
  expect(devices).toHaveLength(2)
})

it('is nothing that a browser may choose, and none of callers without one', async () => {
  const planted = await register({ app: 'web', cookies: 'mz_device=mine' })
  expect(markIn(planted.setCookies)).toMatch(/^mz_device=[\w-]{43}$/)
  const before = (await rows()).length
  const called = await register({})
  expect(called.setCookies).toEqual([])
  expect(await rows()).toHaveLength(before)
})

it('is not given to whoever is refused', async () => {
  const refused = await api.mutate('auth.login', { app: 'web', input: { login: 'device-of-1', password: 'wrong' } })
  expect(refused.error?.code).toBe('LOGIN_FAILED')
  expect(refused.setCookies).toEqual([])
})
