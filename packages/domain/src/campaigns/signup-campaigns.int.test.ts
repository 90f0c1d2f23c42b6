import { parseId } from '@mozhou/contracts/ids'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inTransaction } from '../transaction.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { giveSignupCampaigns } from './give-signup-campaigns.ts'
import { campaignActs } from './testing/campaign-acts.ts'

let domain: TestDomain
let acts: ReturnType<typeof campaignActs>
beforeAll(async () => {
  domain = await createTestDomain()
  acts = campaignActs(domain)
})
afterAll(() => domain.close())

const signup = (credits: number) => ({ kind: 'signup_gift' as const, credits, giftDays: 30 })
const join = async () => parseId('user', (await domain.signUp()).user.id) ?? ''
const entriesOf = async (userId: string) =>
  (
    await domain.ctx.prisma.creditEntry.findMany({
      where: { account: { userId } },
      orderBy: { sequence: 'asc' },
      select: { kind: true, amount: true },
    })
  ).map(({ kind, amount }) => `${kind} ${amount}`)

it('52: gives the sign-up gift and what a campaign adds, each once by key', async () => {
  const id = await acts.running(signup(20))
  const userId = await join()
  expect(await entriesOf(userId)).toEqual(['gift_signup 50', 'gift_campaign 20'])
  await inTransaction(domain.ctx, (tx) => giveSignupCampaigns(tx, { userId }))
  expect(await entriesOf(userId)).toHaveLength(2)
  expect(await acts.budgetOf(id)).toMatchObject({ spent: 20 })
  await acts.become(id, 'ended')
  expect(await entriesOf(await join())).toEqual(['gift_signup 50'])
})

it('registers people also when the budget is used up, paused, or for others', async () => {
  const id = await acts.running(signup(20), { budget: 30 })
  const others = await acts.running(signup(5), { audience: { kind: 'members' } })
  const people = [await join(), await join()]
  expect(await Promise.all(people.map(entriesOf))).toEqual([['gift_signup 50', 'gift_campaign 20'], ['gift_signup 50']])
  expect(await acts.budgetOf(id)).toMatchObject({ spent: 20 })
  await acts.become(id, 'paused')
  expect(await entriesOf(await join())).toEqual(['gift_signup 50'])
  await acts.become(others, 'ended')
})

it('waits for the verified address where that is asked for, and gives nothing to who was here before', async () => {
  const before = await acts.newPerson()
  domain.advance(2 * 86_400_000)
  const id = await acts.running(signup(20), { startsAt: domain.ctx.clock.now().toISOString() })
  await inTransaction(domain.ctx, (tx) => giveSignupCampaigns(tx, { userId: before }))
  expect(await entriesOf(before)).toEqual([])
  domain.ctx.settings.verifiesEmail = true
  const userId = await join()
  expect(await entriesOf(userId)).toEqual([])
  domain.ctx.settings.verifiesEmail = false
  expect(await acts.budgetOf(id)).toMatchObject({ spent: 0 })
})
