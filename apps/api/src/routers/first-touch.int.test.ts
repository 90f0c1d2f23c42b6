import { termsVersion } from '@mozhou/contracts/accounts/terms'
import type { UserRowDto } from '@mozhou/contracts/accounts/answers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { restClient } from '../testing/rest-client.ts'
import { startApi } from '../testing/start-api.ts'
import type { TestApi } from '../testing/start-api.ts'

let api: TestApi
let bearer: string
beforeAll(async () => {
  api = await startApi()
  bearer = (await api.signIn('admin')).accessToken
})
afterAll(() => api.close())

const account = (username: string) => ({
  username,
  email: `${username}@example.com`,
  password: 'correct horse battery',
  acceptedTerms: termsVersion,
})

async function shown(username: string): Promise<UserRowDto['firstTouch'] | undefined> {
  const { data } = await api.query('users.list', { bearer, input: { search: username } })
  return (data as { items: UserRowDto[] }).items[0]?.firstTouch
}

it('stores what the first visit was, over REST and from the app, and shows it to operators', async () => {
  const at = new Date(Date.now() - 3 * 24 * 3_600_000).toISOString()
  const cookie = `a=b; mz_first_touch=utm_source=zhihu&utm_campaign=%E6%98%A5&referrer=www.zhihu.com&at=${encodeURIComponent(at)}`
  const expected = {
    channel: 'campaign',
    utmSource: 'zhihu',
    utmMedium: null,
    utmCampaign: '春',
    referrerHost: 'www.zhihu.com',
    referralCode: null,
    firstSeenAt: at,
  }
  const send = restClient(api.url)
  expect((await send('POST /auth/register', { body: account('overrest'), headers: { cookie } })).status).toBe(200)
  expect(await shown('overrest')).toEqual(expected)
  await api.mutate('auth.register', { app: 'web', cookies: cookie, input: account('fromtheapp') })
  expect(await shown('fromtheapp')).toEqual(expected)
})

it('registers whoever brings none or a forged one', async () => {
  const send = restClient(api.url)
  for (const [name, cookie] of [
    ['nocookie', ''],
    ['forged', 'mz_first_touch=%%%;'],
    ['huge', `mz_first_touch=utm_source=${'x'.repeat(4_000)}`],
  ] as const) {
    expect((await send('POST /auth/register', { body: account(name), headers: { cookie } })).status).toBe(200)
    expect(await shown(name)).toMatchObject({ channel: 'direct', firstSeenAt: null })
  }
})

it('knows nothing of an account that nobody registered', async () => {
  const { userId } = await api.signIn('finance')
  await api.ctx.prisma.$executeRaw`UPDATE users SET first_touch = NULL WHERE id = ${userId}::uuid`
  const { username } = await api.ctx.prisma.user.findUniqueOrThrow({ where: { id: userId } })
  expect(await shown(username)).toBeNull()
})
