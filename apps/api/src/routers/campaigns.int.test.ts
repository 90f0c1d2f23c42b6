import type { CheckInsDto, ParticipationDto } from '@mozhou/contracts/campaigns/answers'
import { parseId } from '@mozhou/contracts/ids'
import { campaignActs } from '@mozhou/domain/campaigns/testing/campaign-acts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { restClient } from '../testing/rest-client.ts'
import { startApi } from '../testing/start-api.ts'
import type { TestApi } from '../testing/start-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

const checkIn = { kind: 'check_in' as const, table: [1, 2, 3], after: 'stay' as const, milestones: [], giftDays: null }
/** Moves the server's clock to so long before midnight in Shanghai. */
function moveBeforeMidnight(ms: number) {
  const now = api.ctx.clock.now().getTime()
  const sinceMidnight = (now + 8 * 3_600_000) % 86_400_000
  api.advance(86_400_000 - sinceMidnight - ms)
}

it('49 over the API: the cut of a day lies at midnight in Shanghai, by the server’s clock', async () => {
  const campaignId = await campaignActs(api).running(checkIn)
  moveBeforeMidnight(60_000)
  // Not before: an access token does not live half a day.
  const { accessToken: bearer } = await api.signIn('creator')
  const id = `act_${campaignId.replaceAll('-', '')}`
  const press = async () => {
    const input = { campaignId: id, requestKey: crypto.randomUUID() }
    return (await api.mutate('campaigns.participate', { input, bearer })).data as ParticipationDto
  }
  expect(await press()).toMatchObject({ streak: 1, amount: 1, isRepeat: false })
  expect(await press()).toMatchObject({ streak: 1, isRepeat: true })
  api.advance(60_000)
  expect(await press()).toMatchObject({ streak: 2, amount: 2, isRepeat: false })
  const calendar = (await api.query('campaigns.checkIns', { input: { campaignId: id }, bearer })).data as CheckInsDto
  expect(calendar).toMatchObject({ isCheckedIn: true, streak: 2, next: { credits: 3 } })
})

it('serves the campaigns of the brief over REST, and lets no key take part', async () => {
  const acts = campaignActs(api)
  const { accessToken } = await api.signIn('creator')
  const send = restClient(api.url)
  const rest = (endpoint: string, call: Parameters<typeof send>[1] = {}) =>
    send(endpoint, { bearer: accessToken, ...call })
  const claim = { kind: 'claim_gift' as const, credits: 5, giftDays: 7 }
  const id = `act_${(await acts.running(claim)).replaceAll('-', '')}`
  expect(parseId('campaign', id)).not.toBeNull()
  const listed = await rest('GET /operation/activities')
  expect(listed.body).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ id })]) })
  const headers = { 'idempotency-key': 'claim-1' }
  const first = await rest(`POST /operation/activities/${id}/participate`, { headers })
  expect(first).toMatchObject({ status: 200, body: { amount: 5, campaignId: id } })
  const again = await rest(`POST /operation/activities/${id}/participate`, { headers })
  expect(again.body).toEqual(first.body)
  expect((await rest(`GET /operation/activities/${id}`)).body).toMatchObject({ mine: { times: 1, received: 5 } })
  expect((await rest(`GET /operation/activities/${id}/participants`)).status).toBe(403)
  expect((await rest('POST /operation/activities', { body: {} })).status).toBe(403)
})
