import { expect, it } from 'vitest'
import type { OrdinaryShares } from '../referral-rules/ordinary-shares.ts'
import { boostCost, boostOf } from './boost-rules.ts'

const ordinary: OrdinaryShares = {
  baseFen: 9_990,
  form: 'credits',
  rate1Bp: 1_000,
  rate2Bp: 0,
  welcomeCredits: 20,
}
const rule = { kind: 'referral' as const, form: 'credits' as const, rateBp: 1_500, welcomeCredits: 50 }

it('adds the difference of whole rebates, each rounded down for itself, and costs no more than that', () => {
  // 99.9 credits at 10 %, 149.85 at 15 %.
  const boost = boostOf(rule, ordinary, 3_000)
  expect(boost).toEqual({ rateBp: 1_500, welcomeCredits: 50, addedRebate: 50, addedWelcome: 30 })
  expect(boost && boostCost(boost)).toBe(80)
  expect(boostOf({ ...rule, form: 'cash', welcomeCredits: null }, { ...ordinary, form: 'cash' }, 3_000)).toEqual({
    rateBp: 1_500,
    welcomeCredits: null,
    addedRebate: 499,
    addedWelcome: 0,
  })
})

it.each([
  ['rebates of another form', { ...rule, welcomeCredits: null }, { form: 'cash' as const }],
  ['rules that give nothing', rule, { rate1Bp: 0, welcomeCredits: 0 }],
  ['a lower rate and a smaller welcome', { ...rule, rateBp: 900, welcomeCredits: 20 }, {}],
  ['an order that counts for nothing', rule, { rate1Bp: null, welcomeCredits: null }],
  ['levels that together pass the share', { ...rule, welcomeCredits: null }, { rate2Bp: 1_600 }],
  ['a difference below one credit', { ...rule, welcomeCredits: null }, { baseFen: 100 }],
] as const)('adds nothing to %s', (_case, given, changes) => {
  expect(boostOf(given, { ...ordinary, ...changes }, 3_000)).toBeNull()
})

it('raises what there is of the two alone', () => {
  expect(boostOf(rule, { ...ordinary, welcomeCredits: null }, 3_000)).toMatchObject({
    rateBp: 1_500,
    welcomeCredits: null,
    addedWelcome: 0,
  })
  expect(boostOf(rule, { ...ordinary, form: 'cash' }, 3_000)).toMatchObject({ rateBp: null, welcomeCredits: 50 })
  expect(boostOf(rule, { ...ordinary, rate1Bp: null }, 3_000)).toMatchObject({ rateBp: null, welcomeCredits: 50 })
  expect(boostOf(rule, { ...ordinary, rate2Bp: 1_501 }, 3_000)).toMatchObject({ rateBp: null, welcomeCredits: 50 })
})
