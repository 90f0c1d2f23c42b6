import type { CampaignRowDto } from '@mozhou/contracts/campaigns/admin-answers'
import { createCampaignInput } from '@mozhou/contracts/campaigns/admin-inputs'
import { expect, it } from 'vitest'
import { emptyValues, toChanges, toInput, toValues } from './campaign-form-values.ts'

const values = { ...emptyValues(), name: '签到', startsAt: '2026-12-01', endsAt: '2026-12-31', budget: '10000' }
const rowOf = (input: ReturnType<typeof toInput>): CampaignRowDto => ({
  ...createCampaignInput.parse(input),
  id: 'act_1',
  kind: input.rule.kind,
  status: 'running',
  endReason: null,
  unit: input.rule.kind === 'recharge_offer' && input.rule.reward === 'amount_off' ? 'fen' : 'credits',
  reserved: 0,
  spent: 0,
  ruleVersion: 1,
  version: 4,
  createdAt: '2026-11-30T00:00:00.000Z',
  createdBy: 'yunying',
  audience: input.audience.kind === 'list' ? { kind: 'list', people: input.audience.usernames.length } : input.audience,
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
  expect(toChanges({ ...shown, limits: { perPerson: '3', perPersonDay: '' } }, row)).toMatchObject({
    limits: { perPerson: 3, perPersonDay: null },
  })
  expect(toChanges({ ...shown, audience: { ...shown.audience, kind: 'all' } }, row)).toMatchObject({
    audience: { kind: 'all' },
  })
})
