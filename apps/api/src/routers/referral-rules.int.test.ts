import type { MyCodeDto, ReferralRuleDto } from '@mozhou/contracts/referrals/answers'
import type { Role } from '@mozhou/contracts/roles'
import { plainRule } from '@mozhou/domain/referrals/testing/referral-acts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startApi } from '../testing/start-api.ts'
import type { TestApi } from '../testing/start-api.ts'

const lawText = '律师意见：两级均按真实销售计提，公开、免费，不以发展人数计酬。'
let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

const twoLevels = { ...plainRule, ratesBp: [1_000, 300] }

/** An operator or finance, in their own app. */
async function at(role: Role) {
  const cookies = `mz_admin_access=${(await api.signIn(role, 'admin')).accessToken}`
  const call = (path: string, input: object) => api.mutate(path, { app: 'admin', cookies, input })
  const rules = async () => (await api.query('referrals.rules', { app: 'admin', cookies })).data as ReferralRuleDto[]
  const decide = (ruleId: string | undefined, isApproved = true) =>
    call('referrals.decideRule', { ruleId, isApproved, reason: '看过' })
  return { propose: (input: object) => call('referrals.propose', input), rules, decide }
}
const newest = (rules: readonly ReferralRuleDto[]) => rules.toSorted((one, other) => other.version - one.version)[0]

it('58: a third level is refused by the API, at the box of the rates', async () => {
  const operator = await at('operator')
  for (const ratesBp of [
    [500, 100, 50],
    [500, 100, 0],
  ]) {
    const refused = await operator.propose({ ...twoLevels, ratesBp, lawText })
    expect(refused.error).toMatchObject({ code: 'VALIDATION_FAILED', fields: [{ path: 'ratesBp', rule: 'too_big' }] })
  }
  const strange = await operator.propose({ ...twoLevels, lawText, rate3Bp: 50 })
  expect(strange.error?.code).toBe('VALIDATION_FAILED')
  expect(await operator.rules()).toHaveLength(1)
})

it('a second level is off, is asked for with words on the law, and is in force by another person alone', async () => {
  const [operator, finance] = [await at('operator'), await at('finance')]
  const inForce = async () => (await finance.rules()).find(({ isInForce }) => isInForce)
  expect(await inForce()).toMatchObject({ version: 1, ratesBp: [1_000], lawText: null })

  for (const text of [undefined, '', '可以'.repeat(9)]) {
    const refused = await operator.propose({ ...twoLevels, lawText: text })
    expect(refused.error).toMatchObject({
      code: 'VALIDATION_FAILED',
      fields: [{ path: 'lawText', rule: 'too_small', params: { minimum: 20 } }],
    })
  }
  await operator.propose({ ...twoLevels, lawText })
  const proposed = newest(await operator.rules())
  expect(proposed).toMatchObject({ status: 'proposed', lawText, isMine: true, isInForce: false })
  expect((await operator.decide(proposed?.id)).error?.code).toBe('REFERRAL_RULE_OWN')
  expect(await inForce()).toMatchObject({ version: 1 })

  // The creators' page says one level until the second person has decided, and both from then on.
  const { accessToken: bearer } = await api.signIn('creator')
  const offer = async () => ((await api.query('referrals.myCode', { bearer })).data as MyCodeDto).offer
  expect((await offer())?.ratesBp).toEqual([1_000])
  expect((await finance.decide(proposed?.id)).status).toBe(200)
  expect(await inForce()).toMatchObject({ id: proposed?.id, ratesBp: [1_000, 300], isMine: false })
  expect((await offer())?.ratesBp).toEqual([1_000, 300])
  const rows = await api.ctx.prisma.auditRow.findMany({ where: { action: { startsWith: 'referral-rule.' } } })
  expect(rows.map(({ action }) => action).toSorted()).toEqual(['referral-rule.decide', 'referral-rule.propose'])
})

it('of coupons the box that is empty is named', async () => {
  const operator = await at('operator')
  const refused = await operator.propose({ ...plainRule, form: 'coupon' })
  expect(refused.error).toMatchObject({
    code: 'VALIDATION_FAILED',
    fields: [
      { path: 'couponId', rule: 'required' },
      { path: 'couponCredits', rule: 'required' },
    ],
  })
  const unknown = {
    form: 'coupon',
    couponCredits: 50,
    couponId: `cpn_${'0'.repeat(12)}7${'0'.repeat(3)}8${'0'.repeat(15)}`,
  }
  expect((await operator.propose({ ...plainRule, ...unknown })).error?.code).toBe('REBATE_COUPON_UNFIT')
})
