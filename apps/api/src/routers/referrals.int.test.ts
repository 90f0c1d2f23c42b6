import { termsVersion } from '@mozhou/contracts/accounts/terms'
import type { SessionTokensDto } from '@mozhou/contracts/accounts/answers'
import type { MyCodeDto, MyStatsDto } from '@mozhou/contracts/referrals/answers'
import { testPassword } from '@mozhou/domain/testing/test-domain'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { restClient } from '../testing/rest-client.ts'
import { startApi } from '../testing/start-api.ts'
import type { TestApi } from '../testing/start-api.ts'

let api: TestApi
let send: ReturnType<typeof restClient>
beforeAll(async () => {
  api = await startApi()
  send = restClient(api.url)
})
afterAll(() => api.close())

const register = async (username: string, more: Record<string, unknown> = {}, bearer?: string) => {
  const body = { username, email: `${username}@example.com`, password: testPassword, acceptedTerms: termsVersion }
  return send('POST /auth/register', { body: { ...body, ...more }, ...(bearer === undefined ? {} : { bearer }) })
}
const tokenOf = async (username: string, more: Record<string, unknown> = {}) =>
  ((await register(username, more)).body as SessionTokensDto).accessToken

it('gives everybody one code and a link to it, however often it is asked for', async () => {
  const bearer = await tokenOf('one-code')
  const made = (await send('POST /operation/referral/generate-code', { bearer })).body as MyCodeDto
  const read = (await send('GET /operation/referral/my-code', { bearer })).body as MyCodeDto
  expect(made).toEqual(read)
  expect(read.link).toBe(`http://web.test/register?ref=${read.code}`)
  expect(read.offer).toMatchObject({ ratesBp: [1_000], holdDays: 15, form: 'credits' })
})

it('lists who was invited without a word that tells a stranger who they are', async () => {
  const bearer = await tokenOf('inviting')
  const { code } = (await send('GET /operation/referral/my-code', { bearer })).body as MyCodeDto
  await tokenOf('zhang-sanfeng', { referralCode: code })
  const records = await send('GET /operation/referral/records', { bearer })
  expect(records.body).toMatchObject({ items: [{ maskedName: 'z**g', level: 1, hasPaid: false }] })
  expect(JSON.stringify(records.body)).not.toMatch(/sanfeng|example\.com|usr_/)
  const stats = (await send('GET /operation/referral/stats', { bearer })).body as MyStatsDto
  expect(stats).toMatchObject({ invited: { level1: 1, level2: 0 }, paying: 0, conversionBp: 0 })
})

it('53: a second registration from a browser that is signed in is refused with words', async () => {
  const bearer = await tokenOf('signed-in')
  const { code } = (await send('GET /operation/referral/my-code', { bearer })).body as MyCodeDto
  const own = await register('signed-in-again', { referralCode: code }, bearer)
  expect(own.error).toMatchObject({ code: 'REFERRAL_CODE_OWN' })
  const other = await tokenOf('other-inviter')
  const { code: otherCode } = (await send('GET /operation/referral/my-code', { bearer: other })).body as MyCodeDto
  const second = await register('signed-in-thrice', { referralCode: otherCode }, bearer)
  expect(second.error).toMatchObject({ code: 'REFERRAL_SECOND_REGISTRATION' })
  expect((await register('signed-in-fourth', {}, bearer)).status).toBe(200)
})

it('refuses who may not review', async () => {
  const bearer = await tokenOf('creator')
  const address = `POST /operation/referral/rbt_${'0'.repeat(12)}7${'0'.repeat(3)}8${'0'.repeat(15)}/approve`
  expect((await send(address, { bearer, body: { reason: '放行' } })).status).toBe(403)
})
