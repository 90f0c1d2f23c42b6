import { afterAll, beforeAll, expect, it } from 'vitest'
import { createUser } from '../accounts/create-user.ts'
import { listNotifications } from '../notifications/list-notifications.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { inTransaction } from '../transaction.ts'
import { getCampaignRow } from './campaign-row-dto.ts'
import { sweepCampaigns } from './sweep-campaigns.ts'
import { campaignActs } from './testing/campaign-acts.ts'
import { updateCampaign } from './update-campaign.ts'

let domain: TestDomain
let acts: ReturnType<typeof campaignActs>
beforeAll(async () => {
  domain = await createTestDomain()
  acts = campaignActs(domain)
})
afterAll(() => domain.close())

const claim = (credits: number) => ({ kind: 'claim_gift' as const, credits, giftDays: null })
const stand = async (campaignId: string) => {
  const { status, endReason } = await getCampaignRow(domain.ctx, { campaignId })
  return { status, endReason }
}
const nothing = { ended: 0, alarmed: 0 }

it('tells operators once when 80 % of a budget is gone, again after it was raised, and ends what gives no more', async () => {
  const names = { username: 'yunying-test', email: 'yunying-test@example.com', passwordHash: 'none' }
  const operator = await inTransaction(domain.ctx, (tx) => createUser(tx, { ...names, role: 'operator' }))
  const told = async () => (await listNotifications(domain.ctx, { userId: operator, limit: 50 })).items
  const id = await acts.running(claim(10), { budget: 45, name: '快用完' })
  const take = async () => acts.takePart(id, await acts.newPerson())
  for (let round = 0; round < 3; round += 1) await take()
  expect(await sweepCampaigns(domain.ctx)).toEqual(nothing)
  await take()
  expect(await sweepCampaigns(domain.ctx)).toEqual({ ended: 1, alarmed: 0 })
  expect(await stand(id)).toEqual({ status: 'ended', endReason: 'budget' })
  expect(await told()).toMatchObject([
    { kind: 'campaign_budget_low', params: { name: '快用完', percent: 88, isEnded: true } },
  ])
  expect(await sweepCampaigns(domain.ctx)).toEqual(nothing)

  const other = await acts.running(claim(10), { budget: 50 })
  for (let round = 0; round < 4; round += 1) await acts.takePart(other, await acts.newPerson())
  expect(await Promise.all([sweepCampaigns(domain.ctx), sweepCampaigns(domain.ctx)])).toContainEqual({
    ended: 0,
    alarmed: 1,
  })
  expect(await sweepCampaigns(domain.ctx)).toEqual(nothing)
  expect(await told()).toHaveLength(2)
  const { version } = await getCampaignRow(domain.ctx, { campaignId: other })
  await updateCampaign(domain.ctx, { campaignId: other, changes: { version, budget: 100 }, actor: await acts.operator })
  expect(await sweepCampaigns(domain.ctx)).toEqual(nothing)
  for (let round = 0; round < 4; round += 1) await acts.takePart(other, await acts.newPerson())
  expect(await sweepCampaigns(domain.ctx)).toEqual({ ended: 0, alarmed: 1 })
  expect(await told()).toHaveLength(3)
})

it('ends by time what runs or is paused, and leaves drafts', async () => {
  const day = 86_400_000
  const endsAt = new Date(domain.ctx.clock.now().getTime() + day).toISOString()
  const [running, paused, draft] = [
    await acts.running(claim(1), { endsAt }),
    await acts.running(claim(1), { endsAt }),
    await acts.draft(claim(1), { endsAt }),
  ]
  await acts.become(paused, 'paused')
  domain.advance(day)
  expect(await sweepCampaigns(domain.ctx)).toEqual({ ended: 2, alarmed: 0 })
  for (const id of [running, paused]) expect(await stand(id)).toEqual({ status: 'ended', endReason: 'time' })
  expect(await stand(draft)).toEqual({ status: 'draft', endReason: null })
})
