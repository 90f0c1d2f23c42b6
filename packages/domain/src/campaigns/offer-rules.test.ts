import type { RuleOf } from '@mozhou/contracts/campaigns/rule'
import { expect, it } from 'vitest'
import { offerFor, tierFor } from './offer-rules.ts'
import type { OfferCampaign } from './offer-rules.ts'

const tiers = [
  { fromFen: 10_000, amount: 1_000 },
  { fromFen: 3_000, amount: 200 },
]
const off: RuleOf<'recharge_offer'> = { kind: 'recharge_offer', reward: 'amount_off', tiers }
const bonus: RuleOf<'recharge_offer'> = { ...off, reward: 'bonus_credits' }
const campaign = (changes: Partial<OfferCampaign> = {}): OfferCampaign => ({
  id: '01',
  name: '充值立减',
  ruleVersion: 1,
  rule: off,
  endsAt: new Date('2026-12-31T00:00:00Z'),
  left: 1_000_000,
  ...changes,
})
const recharge = (listFen: number) => ({ kind: 'recharge' as const, listFen })

it.each([
  [2_999, 0],
  [3_000, 200],
  [9_999, 200],
  [10_000, 1_000],
  [500_000, 1_000],
])('of %i fen takes off %i: the largest tier that the list price reaches', (listFen, amount) => {
  expect(tierFor(off, listFen)).toBe(amount)
  expect(tierFor(bonus, listFen)).toBe(amount)
})

it('never takes off more than the order costs, and gives a bonus in full', () => {
  const generous = { ...off, tiers: [{ fromFen: 1_000, amount: 5_000 }] }
  expect(tierFor(generous, 2_000)).toBe(2_000)
  expect(tierFor({ ...generous, reward: 'bonus_credits' }, 2_000)).toBe(5_000)
})

it('43: the threshold is met by the list price, and what the offer leaves is what a coupon is reckoned on', () => {
  const listFen = 10_000
  const offer = offerFor(recharge(listFen), [campaign()])
  expect(offer).toEqual({
    campaignId: '01',
    name: '充值立减',
    ruleVersion: 1,
    discountFen: 1_000,
    bonusCredits: 0,
    cost: 1_000,
  })
  // A coupon "20 % off from 100.00": its threshold is the list price, which the offer did not touch; its amount is of the rest.
  const restFen = listFen - (offer?.discountFen ?? 0)
  expect(listFen >= 10_000).toBe(true)
  expect(restFen - Math.floor((restFen * 2_000) / 10_000)).toBe(7_200)
})

it('chooses what is worth most, then what ends first, then the smallest id', () => {
  const more = campaign({ id: '02', rule: bonus })
  expect(offerFor(recharge(3_000), [campaign(), more])).toMatchObject({
    campaignId: '02',
    bonusCredits: 200,
    discountFen: 0,
  })
  const sooner = campaign({ id: '03', endsAt: new Date('2026-12-01T00:00:00Z') })
  expect(offerFor(recharge(3_000), [campaign(), sooner])?.campaignId).toBe('03')
  expect(offerFor(recharge(3_000), [campaign({ id: '05' }), campaign({ id: '04' })])?.campaignId).toBe('04')
})

it('offers nothing that a budget does not bear in full, nor for a membership', () => {
  expect(offerFor(recharge(10_000), [campaign({ left: 999 })])).toBeNull()
  expect(offerFor({ kind: 'membership', listFen: 10_000 }, [campaign()])).toBeNull()
  expect(offerFor(recharge(2_000), [campaign()])).toBeNull()
  const gift = campaign({ rule: { kind: 'claim_gift', credits: 1, giftDays: null } })
  expect(offerFor(recharge(10_000), [gift])).toBeNull()
})
