import { parseId } from '@mozhou/contracts/ids'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listNotifications } from '../notifications/list-notifications.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { advanceRefund } from './advance-refund.ts'
import { cancelOrder } from './cancel-order.ts'
import { closeOrder } from './close-order.ts'
import { createRecharge, purchaseMembership } from './create-order.ts'
import { rejectRefund } from './decide-refund.ts'
import { listPlans } from './list-plans.ts'
import type { OrdersContext } from './orders-context.ts'
import { payableMs } from './order-rules.ts'
import { recordExternalRefund } from './record-external-refund.ts'
import { requestRefund } from './request-refund.ts'
import { resolveOrder } from './resolve-order.ts'
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

const key = () => crypto.randomUUID()
const newPerson = async () => parseId('user', (await domain.signUp()).user.id) ?? ''
const told = async (userId: string) => (await listNotifications(ctx, { userId, limit: 20 })).items
const finance = async () => ({ userId: await newPerson(), requestId: 'test' })
const bare = (id: string) => parseId('order', id) ?? ''

async function started(userId: string, order: { id: string; orderNo: string }) {
  const orderId = bare(order.id)
  await startPayment(ctx, { userId, orderId, channel: 'alipay', way: 'qr', clientIp: null, returnUrl: null })
  return { userId, orderId, orderNo: order.orderNo }
}

async function newRecharge(userId: string) {
  return started(userId, await createRecharge(ctx, { userId, amountFen: 5_000, requestKey: key() }))
}

async function pay(orderNo: string, transactionId = `alipay-${orderNo}`): Promise<void> {
  const body = alipay.pay(orderNo, { transactionId })
  await takeNotice(ctx, { channel: 'alipay', raw: { body, headers: {} } })
}

it('tells that money arrived, once, however often the channel says so', async () => {
  const { userId, orderNo } = await newRecharge(await newPerson())
  await Promise.all(Array.from({ length: 5 }, () => pay(orderNo)))
  expect(await told(userId)).toMatchObject([
    { kind: 'order_paid', params: { orderKind: 'recharge', amountFen: 5_000, credits: 500, months: null } },
  ])
})

it('tells of the months that were paid for', async () => {
  const userId = await newPerson()
  const [plan] = await listPlans(ctx)
  const planId = parseId('plan', plan?.id ?? '') ?? ''
  const { orderNo } = await started(userId, await purchaseMembership(ctx, { userId, planId, requestKey: key() }))
  await pay(orderNo)
  expect(new Set((await told(userId)).map(({ kind }) => kind))).toEqual(new Set(['order_paid', 'membership_opened']))
})

it('tells of an order whose time is over, and not who closed it themself', async () => {
  const userId = await newPerson()
  const own = await newRecharge(userId)
  await cancelOrder(ctx, own)
  expect(await told(userId)).toEqual([])
  const late = await newRecharge(userId)
  domain.advance(payableMs)
  await Promise.all([closeOrder(ctx, late), closeOrder(ctx, late)])
  expect(await told(userId)).toMatchObject([{ kind: 'order_closed', params: { amountFen: 5_000, credits: 500 } }])
})

it('tells of money that went back once the channel has sent it', async () => {
  const { userId, orderNo } = await newRecharge(await newPerson())
  await pay(orderNo)
  await pay(orderNo, `second-${orderNo}`)
  const refund = await ctx.prisma.moneyRefund.findFirstOrThrow({ where: { order: { orderNo } } })
  await advanceRefund(ctx, { refundId: refund.id })
  expect((await told(userId)).map(({ kind }) => kind)).toEqual(['order_paid'])
  alipay.refunds.set(refund.refundNo, { state: 'succeeded', refundFen: 5_000, asked: 1 })
  await advanceRefund(ctx, { refundId: refund.id })
  await advanceRefund(ctx, { refundId: refund.id })
  const [newest, ...others] = await told(userId)
  expect(newest).toMatchObject({ kind: 'order_refunded', params: { amountFen: 5_000 } })
  expect(others.map(({ kind }) => kind)).toEqual(['order_paid'])
})

it('tells that finance let another amount count, once, as what arrived', async () => {
  const { userId, orderId, orderNo } = await newRecharge(await newPerson())
  const body = alipay.pay(orderNo, { amountFen: 4_999 })
  await takeNotice(ctx, { channel: 'alipay', raw: { body, headers: {} } })
  expect(await told(userId)).toEqual([])
  await resolveOrder(ctx, { orderId, resolution: 'accept', note: '工单 1024', actor: await finance() })
  await takeNotice(ctx, { channel: 'alipay', raw: { body, headers: {} } })
  expect(await told(userId)).toMatchObject([{ kind: 'order_paid', params: { amountFen: 4_999, credits: 500 } }])
})

it('tells why finance refused a refund, once', async () => {
  const { userId, orderId, orderNo } = await newRecharge(await newPerson())
  await pay(orderNo)
  domain.advance(8 * 86_400_000)
  const { refundId } = await requestRefund(ctx, {
    userId,
    orderId,
    amountFen: 5_000,
    takenCredits: 500,
    requestKey: key(),
  })
  const reject = async () => rejectRefund(ctx, { refundId, reason: '活动款不退', actor: await finance() })
  await reject()
  await expect(reject()).rejects.toMatchObject({ code: 'REFUND_DECIDED' })
  expect((await told(userId))[0]).toMatchObject({
    kind: 'refund_rejected',
    params: { amountFen: 5_000, reason: '活动款不退' },
  })
})

it('tells of money that went back without us, once', async () => {
  const { userId, orderId, orderNo } = await newRecharge(await newPerson())
  await pay(orderNo)
  const seen = { orderId, channel: 'alipay' as const, refundNo: `CONSOLE${orderNo}`, amountFen: 2_000 }
  for (const _ of [1, 2]) await recordExternalRefund(ctx, seen)
  expect((await told(userId)).map(({ kind }) => kind)).toEqual(['order_refunded', 'order_paid'])
})
