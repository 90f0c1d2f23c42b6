import { parseId } from '@mozhou/contracts/ids'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { setFeature } from '../features/set-feature.ts'
import { standardBenefits } from '../testing/standard-benefits.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { createRecharge, purchaseMembership } from './create-order.ts'
import { listBenefits } from './list-benefits.ts'
import { listMembershipRecords } from './list-membership-records.ts'
import { listPlans } from './list-plans.ts'
import type { OrdersContext } from './orders-context.ts'
import { startPayment } from './start-payment.ts'
import { takeNotice } from './take-notice.ts'
import { createFakeChannel } from './testing/fake-channel.ts'

let domain: TestDomain
let ctx: OrdersContext
const alipay = createFakeChannel('alipay')
beforeAll(async () => {
  domain = await createTestDomain()
  ctx = { ...domain.ctx, channels: { alipay }, publicApiUrl: 'http://api.test' }
})
afterAll(() => domain.close())

const dayMs = 86_400_000
const newPerson = async () => parseId('user', (await domain.signUp()).user.id) ?? ''

async function buyMonth(userId: string): Promise<string> {
  const month = (await listPlans(ctx)).find(({ months }) => months === 1)
  const planId = parseId('plan', month?.id ?? '') ?? ''
  const order = await purchaseMembership(ctx, { userId, planId, requestKey: crypto.randomUUID() })
  const orderId = parseId('order', order.id) ?? ''
  await startPayment(ctx, { userId, orderId, channel: 'alipay', way: 'qr', clientIp: null, returnUrl: null })
  const body = alipay.pay(order.orderNo, { transactionId: `alipay-${order.orderNo}` })
  await takeNotice(ctx, { channel: 'alipay', raw: { body, headers: {} } })
  return order.id
}

it('keeps what was bought, renewed and has ended, and no order that was never paid', async () => {
  const userId = await newPerson()
  await createRecharge(ctx, { userId, amountFen: 5_000, requestKey: crypto.randomUUID() })
  expect(await listMembershipRecords(ctx, userId)).toEqual([])
  const first = await buyMonth(userId)
  domain.advance(5 * dayMs)
  const second = await buyMonth(userId)
  expect(await listMembershipRecords(ctx, userId)).toMatchObject([
    { kind: 'renewed', order: { id: second, payableFen: 990, status: 'fulfilled' }, period: { state: 'to_come' } },
    { kind: 'opened', order: { id: first }, period: { state: 'now' } },
  ])
  domain.advance(40 * dayMs)
  expect((await listMembershipRecords(ctx, userId)).map(({ period }) => period?.state)).toEqual(['now', 'over'])
  domain.advance(60 * dayMs)
  await buyMonth(userId)
  expect((await listMembershipRecords(ctx, userId)).map(({ kind }) => kind)).toEqual(['opened', 'renewed', 'opened'])
  expect(await listMembershipRecords(ctx, await newPerson())).toEqual([])
})

it('says what a membership brings with the figures that hold', async () => {
  const userId = await newPerson()
  const { mine, onSale } = await listBenefits(ctx, userId)
  expect(mine).toEqual([])
  expect(onSale).toEqual([
    {
      plans: [
        { id: expect.any(String) as string, name: { zh: '月度会员', en: 'Monthly' } },
        { id: expect.any(String) as string, name: { zh: '季度会员', en: 'Quarterly' } },
        { id: expect.any(String) as string, name: { zh: '年度会员', en: 'Yearly' } },
      ],
      benefits: [
        { kind: 'free' },
        { kind: 'queue' },
        { kind: 'concurrency', member: standardBenefits.concurrency, free: ctx.settings.concurrencyLimit },
        { kind: 'support', medianSeconds: null, days: 28 },
        { kind: 'early', features: [] },
        { kind: 'fair_use', dailyLimit: standardBenefits.dailyLimit },
      ],
    },
  ])
  const actor = { userId: await newPerson(), requestId: 'test' }
  await setFeature(ctx, { feature: 'writing_goal', before: 'off', state: 'members', actor })
  expect((await listBenefits(ctx, userId)).onSale[0]?.benefits).toContainEqual({
    kind: 'early',
    features: [{ feature: 'writing_goal', since: expect.any(String) as string }],
  })
})
