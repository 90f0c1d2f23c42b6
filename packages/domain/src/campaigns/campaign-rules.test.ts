import { audienceInput, campaignRule, unitOf } from '@mozhou/contracts/campaigns/rule'
import { expect, it } from 'vitest'
import { leastCost, shownStatus, transition, whyNotOnceMore, whyNotRunning } from './campaign-rules.ts'

const at = (text: string) => new Date(text)
const times = { startsAt: at('2026-12-01T00:00:00Z'), endsAt: at('2026-12-31T00:00:00Z') }

it.each([
  ['draft', '2026-12-10', 'CAMPAIGN_NOT_FOUND', 'running'],
  ['running', '2026-11-30', 'CAMPAIGN_NOT_BEGUN', 'upcoming'],
  ['running', '2026-12-01', undefined, 'running'],
  ['running', '2026-12-31', 'CAMPAIGN_ENDED', 'ended'],
  ['paused', '2026-12-10', 'CAMPAIGN_PAUSED', 'paused'],
  ['ended', '2026-12-10', 'CAMPAIGN_ENDED', 'ended'],
] as const)('%s on %s', (status, day, refused, shown) => {
  expect(whyNotRunning({ status, ...times }, at(day))?.code).toBe(refused)
  expect(shownStatus({ status, ...times }, at(day))).toBe(shown)
})

it('limits a person in all and on one day, and a check-in to one a day', () => {
  const limits = { perPerson: 3, perPersonDay: 2 }
  const claim = { kind: 'claim_gift' as const, limits }
  const standing = { isMeant: true, times: 2, timesToday: 1 }
  expect(whyNotOnceMore(claim, standing)).toBeNull()
  expect(whyNotOnceMore(claim, { ...standing, times: 3 })).toEqual({
    code: 'CAMPAIGN_LIMIT_PERSON',
    params: { limit: 3 },
  })
  expect(whyNotOnceMore(claim, { ...standing, timesToday: 2 })?.code).toBe('CAMPAIGN_LIMIT_DAY')
  expect(whyNotOnceMore(claim, { ...standing, isMeant: false })?.code).toBe('CAMPAIGN_NOT_FOR_YOU')
  expect(whyNotOnceMore({ ...claim, kind: 'check_in' }, standing)?.code).toBe('CAMPAIGN_LIMIT_DAY')
})

it('knows what an operator does by making it so', () => {
  expect(transition('draft', 'running')).toBe('campaign.start')
  expect(transition('paused', 'running')).toBe('campaign.resume')
  expect(transition('running', 'paused')).toBe('campaign.pause')
  expect(transition('paused', 'ended')).toBe('campaign.end')
  for (const to of ['running', 'paused', 'ended'] as const) expect(transition('ended', to)).toBeNull()
  expect(transition('draft', 'ended')).toBeNull()
})

it('68: refuses gifts that live less than a week, and a life for what comes with bought credits', () => {
  const gift = (giftDays: unknown) => campaignRule.safeParse({ kind: 'claim_gift', credits: 1, giftDays }).success
  expect([gift(6), gift(7), gift(null), gift(undefined)]).toEqual([false, true, true, false])
  const offer = { kind: 'recharge_offer', reward: 'bonus_credits', tiers: [{ fromFen: 1_000, amount: 10 }] }
  expect(campaignRule.safeParse(offer).success).toBe(true)
  expect(campaignRule.safeParse({ ...offer, giftDays: 30 }).success).toBe(false)
  expect(audienceInput.safeParse({ kind: 'list', usernames: [] }).success).toBe(false)
})

it('counts a budget in one unit, and knows the least that one more costs', () => {
  const tiers = [
    { fromFen: 5_000, amount: 500 },
    { fromFen: 1_000, amount: 80 },
  ]
  const off = { kind: 'recharge_offer' as const, reward: 'amount_off' as const, tiers }
  expect([
    unitOf(off),
    unitOf({ ...off, reward: 'bonus_credits' }),
    unitOf({ kind: 'coupon', couponId: '', at: 'claim' }),
  ]).toEqual(['fen', 'credits', 'pieces'])
  expect(leastCost(off)).toBe(80)
  expect(leastCost({ kind: 'check_in', table: [5, 2, 9], after: 'stay', milestones: [], giftDays: null })).toBe(2)
})
