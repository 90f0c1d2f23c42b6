import { entryKinds } from '@mozhou/contracts/credits/kinds'
import { expect, it } from 'vitest'
import { kindRules, whyNotPostable } from './credit-rules.ts'

it('refuses amounts that are no amounts', () => {
  for (const amount of [0, 0.5, Number.NaN, Number.POSITIVE_INFINITY])
    expect(whyNotPostable('adjust', amount)).not.toBeNull()
})

it('lets a kind move a balance only its own way', () => {
  expect(whyNotPostable('consume', 10)).toBe('consume only takes, and 10 adds')
  expect(whyNotPostable('gift_signup', -50)).toBe('gift_signup only adds, and -50 takes')
  expect([whyNotPostable('consume', -10), whyNotPostable('refund', 10)]).toEqual([null, null])
  expect([whyNotPostable('adjust', -3), whyNotPostable('adjust', 3)]).toEqual([null, null])
})

it('lets nothing but a clawback leave a debt, and what has left in spite of one', () => {
  expect(entryKinds.filter((kind) => kindRules[kind].mayLeaveDebt)).toEqual([
    'withdrawal_paid',
    'withdrawal_tax',
    'clawback',
    'clawback_recharge',
    'clawback_bonus',
    'clawback_rebate',
  ])
})

it('gives a refund back from where the charge went', () => {
  expect(kindRules.refund.counter).toBe(kindRules.consume.counter)
  for (const [taken, given] of [
    ['clawback_recharge', 'recharge'],
    ['clawback_bonus', 'recharge_bonus'],
    ['clawback_rebate', 'rebate'],
  ] as const)
    expect(kindRules[taken].counter).toBe(kindRules[given].counter)
  expect(kindRules.withdrawal_released.counter).toBe(kindRules.withdrawal_hold.counter)
})
