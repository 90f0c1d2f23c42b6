import { termsVersion } from '@mozhou/contracts/accounts/terms'
import type { MeDto, SessionTokensDto } from '@mozhou/contracts/accounts/answers'
import { testPassword } from '@mozhou/domain/testing/test-domain'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cookieHeader, startApi } from '../testing/start-api.ts'
import type { Answer, TestApi } from '../testing/start-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

let made = 0
const person = () => {
  made += 1
  return {
    username: `person-${made}`,
    email: `person-${made}@example.com`,
    password: testPassword,
    acceptedTerms: termsVersion,
  }
}
const tokensOf = (answer: Answer) => answer.data as SessionTokensDto

it('registers, reads and refreshes as an API caller with Bearer', async () => {
  const input = person()
  const registered = await api.mutate('auth.register', { input })
  expect(registered.status).toBe(200)
  expect(registered.setCookies).toEqual([])
  const { accessToken, refreshToken } = tokensOf(registered)
  const me = await api.query('auth.me', { bearer: accessToken })
  expect(me.data).toMatchObject({ username: input.username, email: input.email, role: 'creator' })
  const refreshed = tokensOf(await api.mutate('auth.refresh', { input: { refreshToken } }))
  expect(refreshed.refreshToken).not.toBe(refreshToken)
  expect((await api.query('auth.me', { bearer: refreshed.accessToken })).status).toBe(200)
})

it('keeps the tokens of an app in cookies that no script can read', async () => {
  const registered = await api.mutate('auth.register', { app: 'web', input: person() })
  expect(registered.setCookies).toHaveLength(3)
  for (const cookie of registered.setCookies)
    expect(cookie).toMatch(/^mz_(web_(access|refresh)|device)=.*; HttpOnly; SameSite=Lax$/)
  expect(registered.text).not.toMatch(/eyJ|refreshToken/)
  const cookies = cookieHeader(registered.setCookies)
  expect((await api.query('auth.me', { app: 'web', cookies })).status).toBe(200)
  const refreshed = await api.mutate('auth.refresh', { app: 'web', cookies, input: {} })
  expect(refreshed.setCookies).toHaveLength(2)
})

it('tells a page who is signed in, and that nobody is without an error', async () => {
  const registered = await api.mutate('auth.register', { app: 'web', input: person() })
  const cookies = cookieHeader(registered.setCookies)
  const ask = (header: string) => api.query('auth.whoAmI', { app: 'web', cookies: header })
  expect((await ask(cookies)).data).toMatchObject({ role: 'creator' })
  expect(await ask('')).toMatchObject({ status: 200, data: null })
  // A page whose access token ran out must be told to renew it, or it would show the login.
  const [refreshCookie] = cookies.split('; ').filter((cookie) => cookie.startsWith('mz_web_refresh='))
  expect((await ask(refreshCookie ?? '')).error?.code).toBe('UNAUTHENTICATED')
  await api.mutate('auth.logout', { app: 'web', cookies, input: {} })
  expect((await ask(cookies)).error?.code).toBe('SESSION_REVOKED')
})

it('does not look at cookies without the app header, nor at the cookies of the other app', async () => {
  const registered = await api.mutate('auth.register', { app: 'web', input: person() })
  const cookies = cookieHeader(registered.setCookies)
  expect((await api.query('auth.me', { cookies })).error?.code).toBe('UNAUTHENTICATED')
  expect((await api.query('auth.me', { app: 'admin', cookies })).error?.code).toBe('UNAUTHENTICATED')
  const renamed = cookies.replaceAll('mz_web', 'mz_admin')
  expect((await api.query('auth.me', { app: 'admin', cookies: renamed })).error?.code).toBe('UNAUTHENTICATED')
})

it('takes mutations with cookies from the own origin only', async () => {
  const cookies = cookieHeader((await api.mutate('auth.register', { app: 'web', input: person() })).setCookies)
  const from = (headers: Record<string, string>) =>
    api.mutate('auth.updateMe', { app: 'web', cookies, input: { displayName: '新名' }, headers })
  for (const origin of ['http://evil.test', 'http://admin.test', 'null', '', 'http://web.test.evil.test']) {
    expect((await from({ origin })).error?.code, origin).toBe('ORIGIN_REJECTED')
  }
  expect((await from({})).status).toBe(200)
})

it('logs out: the session ends and the cookies go', async () => {
  const cookies = cookieHeader((await api.mutate('auth.register', { app: 'web', input: person() })).setCookies)
  const left = await api.mutate('auth.logout', { app: 'web', cookies, input: {} })
  expect(left.data).toEqual({ ok: true })
  for (const cookie of left.setCookies) expect(cookie).toContain('Expires=Thu, 01 Jan 1970')
  expect((await api.query('auth.me', { app: 'web', cookies })).error?.code).toBe('SESSION_REVOKED')
  expect((await api.mutate('auth.refresh', { app: 'web', cookies, input: {} })).error?.code).toBe('SESSION_REVOKED')
})

it('changes the password and goes on with new cookies', async () => {
  const registered = await api.mutate('auth.register', { app: 'web', input: person() })
  const before = cookieHeader(registered.setCookies)
  const changed = await api.mutate('auth.changePassword', {
    app: 'web',
    cookies: before,
    input: { currentPassword: testPassword, newPassword: 'quite another one' },
  })
  expect(changed.status).toBe(200)
  expect((await api.query('auth.me', { app: 'web', cookies: before })).error?.code).toBe('SESSION_REVOKED')
  const after = cookieHeader(changed.setCookies)
  expect((await api.query('auth.me', { app: 'web', cookies: after })).status).toBe(200)
})

it('edits the profile and tells of an email that is taken', async () => {
  const other = person()
  await api.mutate('auth.register', { input: other })
  const { accessToken: bearer } = tokensOf(await api.mutate('auth.register', { input: person() }))
  const edited = await api.mutate('auth.updateMe', { bearer, input: { displayName: '林小满', locale: 'zh-CN' } })
  expect(edited.data as MeDto).toMatchObject({ displayName: '林小满', locale: 'zh-CN' })
  const taken = await api.mutate('auth.updateMe', {
    bearer,
    input: { email: other.email.toUpperCase(), currentPassword: testPassword },
  })
  expect(taken).toMatchObject({ status: 409, error: { code: 'EMAIL_TAKEN' } })
})

it('takes the password for another e-mail address, and for nothing else', async () => {
  const { accessToken: bearer, user } = tokensOf(await api.mutate('auth.register', { input: person() }))
  const change = (input: object) => api.mutate('auth.updateMe', { bearer, input })
  const { email } = person()
  expect(await change({ email })).toMatchObject({
    status: 400,
    error: { code: 'VALIDATION_FAILED', params: { field: 'currentPassword', rule: 'required' } },
  })
  expect((await change({ email, currentPassword: 'wrong' })).error?.code).toBe('PASSWORD_WRONG')
  expect((await change({ email: user.email, displayName: '小满' })).data).toMatchObject({ displayName: '小满' })
  expect((await change({ email, currentPassword: testPassword })).data).toMatchObject({ email })
})

it.each([
  ['username', 'аdmin'],
  ['username', '墨舟客服'],
  ['displayName', '管理员'],
])('does not let a %s speak for the house: %s', async (field, name) => {
  if (field === 'username') {
    const refused = await api.mutate('auth.register', { input: { ...person(), username: name } })
    return expect(refused).toMatchObject({ status: 400, error: { code: 'NAME_RESERVED' } })
  }
  const { accessToken: bearer } = tokensOf(await api.mutate('auth.register', { input: person() }))
  const refused = await api.mutate('auth.updateMe', { bearer, input: { displayName: name } })
  return expect(refused.error?.code).toBe('NAME_RESERVED')
})

it('lets nobody look like somebody else', async () => {
  const register = (username: string) => api.mutate('auth.register', { input: { ...person(), username } })
  expect((await register('Polina')).status).toBe(200)
  for (const alike of ['Ро1ina', 'рolina', 'P0lina', 'poIina']) {
    expect((await register(alike)).error?.code, alike).toMatch(/^USERNAME_(LOOKS_)?TAKEN$/)
  }
  expect((await register('étoile')).status).toBe(200)
  expect((await register('e\u0301toile')).error?.code).toBe('USERNAME_TAKEN')
})

it('takes one password a request: a batch of logins computes nothing', async () => {
  const paths = Array.from({ length: 50 }, () => 'auth.login').join(',')
  const inputs = Array.from({ length: 50 }, (_, index) => [index, { login: `x${index}`, password: 'x' }] as const)
  const response = await fetch(`${api.url}/trpc/${paths}?batch=1`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(Object.fromEntries(inputs)),
  })
  const results = (await response.json()) as { error: { data: { app: { params: object } } } }[]
  for (const { error } of results) expect(error.data.app.params).toEqual({ field: 'batch', rule: 'not_batchable' })
})

it('ends the session that a script names, and says so when there is none', async () => {
  const first = tokensOf(await api.mutate('auth.register', { input: person() }))
  const logout = (input: object, bearer?: string) =>
    api.mutate('auth.logout', { input, ...(bearer === undefined ? {} : { bearer }) })
  expect(await logout({})).toMatchObject({ status: 401, error: { code: 'UNAUTHENTICATED' } })
  expect((await logout({ refreshToken: 'x'.repeat(43) })).status).toBe(401)
  expect((await api.query('auth.me', { bearer: first.accessToken })).status).toBe(200)
  expect((await logout({ refreshToken: first.refreshToken })).data).toEqual({ ok: true })
  expect((await api.query('auth.me', { bearer: first.accessToken })).error?.code).toBe('SESSION_REVOKED')
})

it('shows and ends sessions', async () => {
  const input = person()
  const first = tokensOf(await api.mutate('auth.register', { input }))
  const second = tokensOf(await api.mutate('auth.login', { input: { login: input.email, password: input.password } }))
  const listed = await api.query('auth.sessions', { bearer: second.accessToken })
  const sessions = listed.data as { id: string; isCurrent: boolean }[]
  expect(sessions).toHaveLength(2)
  expect(sessions.filter((session) => session.isCurrent)).toHaveLength(1)
  const sessionId = sessions.find((session) => !session.isCurrent)?.id
  const ended = await api.mutate('auth.revokeSession', { bearer: second.accessToken, input: { sessionId } })
  expect(ended.data).toEqual({ ok: true })
  expect((await api.query('auth.me', { bearer: first.accessToken })).error?.code).toBe('SESSION_REVOKED')
  const others = await api.mutate('auth.revokeOtherSessions', { bearer: second.accessToken })
  expect(others.data).toEqual({ revoked: 0 })
})

it('refuses to set cookies over a streamed answer, whose head is sent before', async () => {
  const response = await fetch(`${api.url}/trpc/auth.login?batch=1`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-mozhou-app': 'web',
      origin: 'http://web.test',
      'trpc-accept': 'application/jsonl',
    },
    body: JSON.stringify({ 0: { login: 'person-1', password: testPassword } }),
  })
  expect(await response.text()).toContain('not_streamable')
})
