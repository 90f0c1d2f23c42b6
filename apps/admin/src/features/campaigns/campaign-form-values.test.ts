import type { CampaignRowDto } from '@mozhou/contracts/campaigns/admin-answers'
import { createCampaignInput } from '@mozhou/contracts/campaigns/admin-inputs'
import { unitOf } from '@mozhou/contracts/campaigns/rule'
import type { AudienceInput, CampaignAudience } from '@mozhou/contracts/campaigns/rule'
import { expect, it } from 'vitest'
import { emptyValues, limitsFor, toChanges, toInput, toValues } from './campaign-form-values.ts'

const values = { ...emptyValues(), name: '签到', startsAt: '2026-12-01', endsAt: '2026-12-31', budget: '10000' }
function keptOf(audience: AudienceInput): CampaignAudience {
  if (audience.kind === 'list') return { kind: 'list', people: audience.usernames.length }
  return audience.kind === 'segment' ? { kind: 'segment', name: '停用的', search: { status: 'suspended' } } : audience
}
const rowOf = (input: ReturnType<typeof toInput>): CampaignRowDto => ({
  ...createCampaignInput.parse(input),
  id: 'act_1',
  kind: input.rule.kind,
  status: 'running',
  endReason: null,
  unit: unitOf(input.rule),
  reserved: 0,
  spent: 0,
  ruleVersion: 1,
  version: 4,
  createdAt: '2026-11-30T00:00:00.000Z',
  createdBy: 'yunying',
  audience: keptOf(input.audience),
})

it('reads tables, milestones and days as they are typed, and shows them the same way again', () => {
  const input = toInput(values)
  expect(input).toMatchObject({
    startsAt: '2026-11-30T16:00:00.000Z',
    endsAt: '2026-12-31T16:00:00.000Z',
    budget: 10_000,
    rule: {
      kind: 'check_in',
      table: [1, 2, 3, 5, 5, 5, 10],
      milestones: [
        { days: 7, credits: 20 },
        { days: 30, credits: 100 },
      ],
      giftDays: null,
    },
    limits: { perPerson: null, perPersonDay: null },
  })
  expect(toInput(toValues(rowOf(input)))).toEqual(input)
})

it('counts money off in yuan, its budget too, and bonus credits in credits', () => {
  const rule = {
    ...values.rule,
    kind: 'recharge_offer' as const,
    reward: 'amount_off' as const,
    tiers: '100 9.9\n300：40',
  }
  const off = toInput({ ...values, rule })
  expect(off).toMatchObject({
    budget: 1_000_000,
    rule: {
      tiers: [
        { fromFen: 10_000, amount: 990 },
        { fromFen: 30_000, amount: 4_000 },
      ],
    },
  })
  expect(toInput(toValues(rowOf(off)))).toEqual(off)
  expect(toInput({ ...values, rule: { ...rule, reward: 'bonus_credits', tiers: '100 200' } })).toMatchObject({
    budget: 10_000,
    rule: { tiers: [{ fromFen: 10_000, amount: 200 }] },
  })
})

it('lets the schema refuse what is no number, at its part of the form', () => {
  const wrong = createCampaignInput.safeParse(
    toInput({ ...values, budget: '很多', rule: { ...values.rule, table: '1, x' } }),
  )
  expect(wrong.error?.issues.map(({ path }) => path[0])).toEqual(['budget', 'rule'])
})

it('sends what has changed alone: a name makes no new version of the rules, and a list stays', () => {
  const audience = { ...values.audience, kind: 'list' as const, usernames: '@xiaoman\nlixia' }
  const row = rowOf(toInput({ ...values, audience }))
  const shown = toValues(row)
  expect(toChanges({ ...shown, name: '新名字' }, row)).toEqual({
    name: '新名字',
    description: '',
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    budget: row.budget,
    version: 4,
  })
  const gift = rowOf(toInput({ ...values, rule: { ...values.rule, kind: 'claim_gift' } }))
  expect(toChanges({ ...toValues(gift), limits: { perPerson: '3', perPersonDay: '' } }, gift)).toMatchObject({
    limits: { perPerson: 3, perPersonDay: null },
  })
  expect(toChanges({ ...shown, audience: { ...shown.audience, kind: 'all' } }, row)).toMatchObject({
    audience: { kind: 'all' },
  })
})

it('keeps a saved filter as it was unless another is chosen', () => {
  const audience = { ...values.audience, kind: 'segment' as const, filterId: 'flt_019ab3d2c4e57f60a1b2c3d4e5f60718' }
  const input = toInput({ ...values, audience })
  expect(input.audience).toEqual({ kind: 'segment', filterId: audience.filterId })
  const row = rowOf(input)
  const shown = toValues(row)
  expect(toChanges({ ...shown, name: '新名字' }, row)).not.toHaveProperty('audience')
  expect(toChanges({ ...shown, audience }, row)).toMatchObject({ audience: { filterId: audience.filterId } })
})

it('counts a referral reward in credits or in yuan by its form, its rate in per cent', () => {
  const rule = { ...values.rule, kind: 'referral' as const, rate: '12.5', welcome: '30' }
  const credits = toInput({ ...values, rule })
  expect(credits).toMatchObject({
    budget: 10_000,
    rule: { kind: 'referral', form: 'credits', rateBp: 1_250, welcomeCredits: 30 },
  })
  expect(toInput(toValues(rowOf(credits)))).toEqual(credits)
  expect(toInput({ ...values, rule: { ...rule, rebateForm: 'cash' } })).toMatchObject({
    budget: 1_000_000,
    rule: { form: 'cash', rateBp: 1_250, welcomeCredits: null },
  })
  const nothing = createCampaignInput.safeParse(toInput({ ...values, rule: { ...rule, rate: '', welcome: '' } }))
  expect(nothing.error?.issues.map(({ path }) => path)).toEqual([['rule', 'rateBp']])
})

it('refuses a tier that takes off all that it asks for, and lets one give as many credits as it likes', () => {
  const wrongOf = (reward: 'amount_off' | 'bonus_credits', tiers: string) =>
    createCampaignInput
      .safeParse(toInput({ ...values, rule: { ...values.rule, kind: 'recharge_offer', reward, tiers } }))
      .error?.issues.map(({ path }) => path.join('.'))
  expect(wrongOf('amount_off', '100 10\n200 200')).toEqual(['rule.tiers.1.amount'])
  expect(wrongOf('amount_off', '100 99.99')).toBeUndefined()
  expect(wrongOf('bonus_credits', '100 20000')).toBeUndefined()
  expect(wrongOf('bonus_credits', '100 10\n100 20')).toEqual(['rule.tiers.1.fromFen'])
})

it('offers once a person where a limit has to be, and nowhere else', () => {
  const { rule, limits } = emptyValues()
  const offer = { ...rule, kind: 'recharge_offer' as const }
  const claim = { ...rule, kind: 'claim_gift' as const }
  expect(limitsFor({ rule, limits }, offer).perPerson).toBe('')
  const once = limitsFor({ rule, limits }, claim)
  expect(once.perPerson).toBe('1')
  expect(limitsFor({ rule: claim, limits: once }, offer).perPerson).toBe('')
  expect(limitsFor({ rule: claim, limits: { ...once, perPerson: '3' } }, offer).perPerson).toBe('3')
})

it('limits by person what has such boxes alone', () => {
  const limits = { perPerson: '2', perPersonDay: '' }
  const limitsOf = (rule: Partial<typeof values.rule>) =>
    toInput({ ...values, limits, rule: { ...values.rule, ...rule } }).limits.perPerson
  expect(limitsOf({ kind: 'coupon', couponAt: 'claim' })).toBe(2)
  expect(limitsOf({ kind: 'coupon', couponAt: 'signup' })).toBeNull()
  expect(limitsOf({ kind: 'signup_gift' })).toBeNull()
})

it('takes no line of a table that holds more than two numbers', () => {
  const offer = { ...values, rule: { ...values.rule, kind: 'recharge_offer' as const, tiers: '100 10 5' } }
  expect(createCampaignInput.safeParse(toInput(offer)).success).toBe(false)
  const fit = { ...offer, rule: { ...offer.rule, tiers: '100 10' } }
  expect(createCampaignInput.safeParse(toInput(fit)).success).toBe(true)
})
