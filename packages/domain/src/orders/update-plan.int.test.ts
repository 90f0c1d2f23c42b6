import { parseId } from '@mozhou/contracts/ids'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { standardBenefits } from '../testing/standard-benefits.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { allPlans } from './all-plans.ts'
import { purchaseMembership } from './create-order.ts'
import { listPlans } from './list-plans.ts'
import { updatePlan } from './update-plan.ts'

let domain: TestDomain
let actor: { userId: string; requestId: string }
beforeAll(async () => {
  domain = await createTestDomain()
  actor = { userId: parseId('user', (await domain.signUp()).user.id) ?? '', requestId: 'test' }
})
afterAll(() => domain.close())

it('a plan that is changed keeps orders as they were, its version tells, and the change is audited', async () => {
  const { ctx } = domain
  const [month] = await allPlans(ctx)
  if (!month) throw new Error('no plan')
  const planId = parseId('plan', month.id) ?? ''
  const { userId } = actor
  const order = await purchaseMembership(ctx, { userId, planId, requestKey: crypto.randomUUID() })
  const changes = {
    priceFen: 1_290,
    name: { zh: '月卡', en: 'Month' },
    isOnSale: false,
    benefits: { ...standardBenefits, dailyLimit: 100 },
  }
  const change = { planId, version: month.version, changes, actor }
  expect(await updatePlan(ctx, change)).toMatchObject({ ...changes, version: month.version + 1 })
  expect(order).toMatchObject({ payableFen: 990, plan: { name: '月度会员' } })
  expect((await listPlans(ctx)).map(({ key }) => key)).not.toContain('month')
  await expect(updatePlan(ctx, change)).rejects.toMatchObject({ code: 'PLAN_CHANGED' })
  await expect(updatePlan(ctx, { ...change, planId: ctx.newId() })).rejects.toMatchObject({ code: 'PLAN_NOT_FOUND' })
  const rows = await ctx.prisma.auditRow.findMany({ where: { action: 'plan.update' } })
  expect(rows).toMatchObject([
    {
      target: month.id,
      before: { priceFen: 990, version: 1, benefits: { dailyLimit: 500 } },
      after: { priceFen: 1_290, version: 2, isOnSale: false, benefits: { dailyLimit: 100 } },
    },
  ])
})
