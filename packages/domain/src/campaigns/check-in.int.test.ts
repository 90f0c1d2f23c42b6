import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CampaignRule } from '@mozhou/contracts/campaigns/rule'
import { createTestDomain } from '../testing/test-domain.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { listCheckIns } from './list-check-ins.ts'
import { participate } from './participate.ts'
import { campaignActs } from './testing/campaign-acts.ts'

let domain: TestDomain
let acts: ReturnType<typeof campaignActs>
beforeAll(async () => {
  domain = await createTestDomain()
  acts = campaignActs(domain)
})
afterAll(() => domain.close())

const checkIn = (changes: object = {}): CampaignRule => ({
  kind: 'check_in',
  table: [1, 2, 3],
  after: 'stay',
  milestones: [],
  giftDays: null,
  ...changes,
})
const year = { startsAt: '2026-12-01T00:00:00.000Z', endsAt: '2027-12-01T00:00:00.000Z' }
const startYear = (rule: CampaignRule) => acts.running(rule, year)
/** As if the request came at this instant. */
const at = (id: string, userId: string, instant: string) =>
  participate(
    { ...domain.ctx, clock: { now: () => new Date(instant) } },
    { campaignId: id, userId, requestKey: crypto.randomUUID() },
  )
const calendar = (id: string, userId: string, instant: string) =>
  listCheckIns({ ...domain.ctx, clock: { now: () => new Date(instant) } }, { campaignId: id, userId })

it('49: a tenth of a second before and after midnight in Shanghai are two days, and twice in one day is once', async () => {
  const [id, userId] = [await startYear(checkIn()), await acts.newPerson()]
  const before = await at(id, userId, '2026-12-09T23:59:59.900+08:00')
  expect(before).toMatchObject({ day: '2026-12-09', streak: 1, amount: 1, isRepeat: false })
  expect(await at(id, userId, '2026-12-10T00:00:00.100+08:00')).toMatchObject({
    day: '2026-12-10',
    streak: 2,
    amount: 2,
  })
  const again = await Promise.all([1, 2, 3].map((hour) => at(id, userId, `2026-12-10T0${hour}:00:00+08:00`)))
  expect(again.map(({ isRepeat, amount }) => ({ isRepeat, amount }))).toEqual(
    [1, 2, 3].map(() => ({ isRepeat: true, amount: 2 })),
  )
  expect(await acts.creditsOf(userId)).toBe(3)
})

it('checks in once for many presses at once', async () => {
  const [id, userId] = [await startYear(checkIn()), await acts.newPerson()]
  const answers = await Promise.all(Array.from({ length: 12 }, () => at(id, userId, '2026-12-09T12:00:00+08:00')))
  expect(new Set(answers.map((answer) => answer.id)).size).toBe(1)
  expect(answers.filter(({ isRepeat }) => !isRepeat)).toHaveLength(1)
  expect(await acts.budgetOf(id)).toMatchObject({ spent: 1 })
})

it('50: after a gap a run begins at 1, and the zone that a client writes changes nothing', async () => {
  const [id, userId] = [await startYear(checkIn()), await acts.newPerson()]
  // The same instants, as a client in New York and one on the date line would write them.
  const days = ['2026-12-08T20:00:00-05:00', '2026-12-09T23:30:00-05:00', '2026-12-12T13:00:00+14:00']
  const answers = []
  for (const instant of days) answers.push(await at(id, userId, instant))
  expect(answers.map(({ day, streak }) => [day, streak])).toEqual([
    ['2026-12-09', 1],
    ['2026-12-10', 2],
    ['2026-12-12', 1],
  ])
})

it('gives a milestone once in a run, and again in another', async () => {
  const rule = checkIn({
    table: [1, 2],
    after: 'repeat',
    milestones: [
      { days: 3, credits: 10 },
      { days: 3, credits: 7 },
    ],
  })
  const [id, userId] = [await startYear(rule), await acts.newPerson()]
  const given: number[][] = []
  for (const day of ['01', '02', '03', '04', '06', '07', '08']) {
    const { rewards } = await at(id, userId, `2027-01-${day}T09:00:00+08:00`)
    given.push(rewards.map(({ amount }) => amount))
  }
  expect(given).toEqual([[1], [2], [1, 10], [2], [1], [2], [1, 10]])
  expect(await acts.budgetOf(id)).toMatchObject({ spent: 30 })
  expect(await acts.creditsOf(userId)).toBe(30)
})

it('shows the month, how long the run is, and what the next day gives', async () => {
  const rule = checkIn({ milestones: [{ days: 3, credits: 10 }] })
  const [id, userId] = [await startYear(rule), await acts.newPerson()]
  await at(id, userId, '2026-12-30T09:00:00+08:00')
  await at(id, userId, '2026-12-31T09:00:00+08:00')
  expect(await calendar(id, userId, '2027-01-01T08:00:00+08:00')).toEqual({
    today: '2027-01-01',
    isCheckedIn: false,
    streak: 2,
    from: '2027-01-01',
    to: '2027-01-31',
    days: [],
    next: { day: '2027-01-01', credits: 3, milestone: 10 },
  })
  await at(id, userId, '2027-01-01T09:00:00+08:00')
  expect(await calendar(id, userId, '2027-01-01T10:00:00+08:00')).toMatchObject({
    isCheckedIn: true,
    streak: 3,
    days: [{ day: '2027-01-01', streak: 3, credits: 3, milestone: 10 }],
    next: { day: '2027-01-02', credits: 3, milestone: 0 },
  })
  expect(await calendar(id, userId, '2027-01-03T10:00:00+08:00')).toMatchObject({ streak: 0, next: { credits: 1 } })
})
