import { parseId } from '@mozhou/contracts/ids'
import { renewalTextVersion } from '@mozhou/contracts/renewals/consent-text'
import { createAlipayChannel } from '@mozhou/integrations/payments/alipay/alipay-channel'
import { sandboxAlipayConfig } from '@mozhou/integrations/payments/sandbox-keys'
import { startNoticeServer } from '@mozhou/integrations/payments/testing/notice-server'
import type { NoticeServer } from '@mozhou/integrations/payments/testing/notice-server'
import { openSandboxMerchant } from '@mozhou/integrations/payments/testing/sandbox-merchant'
import type { SandboxMerchant } from '@mozhou/integrations/payments/testing/sandbox-merchant'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDomain } from '../../testing/test-domain.ts'
import type { TestDomain } from '../../testing/test-domain.ts'
import { purchaseMembership } from '../create-order.ts'
import { listPlans } from '../list-plans.ts'
import type { OrdersContext } from '../orders-context.ts'
import { startPayment } from '../start-payment.ts'
import { takeNotice } from '../take-notice.ts'
import { myRenewals } from './my-renewals.ts'
import { startRenewal } from './start-renewal.ts'
import { sweepRenewals } from './sweep-renewals.ts'

/** The channel as the sandbox plays it, signatures, window and all; its clock is put forward with ours. */
const hour = 3_600_000
const day = 24 * hour
let domain: TestDomain
let ctx: OrdersContext
let merchant: SandboxMerchant
let server: NoticeServer

beforeAll(async () => {
  domain = await createTestDomain()
  merchant = await openSandboxMerchant('alipay')
  const alipay = createAlipayChannel(sandboxAlipayConfig(merchant.keys, domain.ctx.clock))
  server = await startNoticeServer(() => alipay)
  ctx = { ...domain.ctx, channels: { alipay }, publicApiUrl: new URL(server.url).origin }
})
afterAll(async () => {
  await server.stop()
  await domain.close()
})

async function advance(ms: number) {
  domain.advance(ms)
  await merchant.advance(ms)
  await takeNotices()
}
/** What the channel has told by now. */
async function takeNotices() {
  await merchant.settle()
  for (const raw of server.raw.splice(0)) await takeNotice(ctx, { channel: 'alipay', raw })
}
const mine = (userId: string) => myRenewals(ctx, { userId })

async function newMember() {
  const userId = parseId('user', (await domain.signUp()).user.id) ?? ''
  const plan = (await listPlans(ctx)).find(({ key }) => key === 'month')
  if (!plan) throw new Error('no plan of a month')
  const planId = parseId('plan', plan.id) ?? ''
  const order = await purchaseMembership(ctx, { userId, planId, requestKey: crypto.randomUUID() })
  const orderId = parseId('order', order.id) ?? ''
  await startPayment(ctx, { userId, orderId, channel: 'alipay', way: 'qr', clientIp: null, returnUrl: null })
  await merchant.pay(order.orderNo)
  await takeNotices()
  const { signUrl } = await startRenewal(ctx, {
    userId,
    planId,
    channel: 'alipay',
    priceFen: plan.priceFen,
    textVersion: renewalTextVersion,
    isAgreed: true,
    isOnPhone: false,
    returnUrl: null,
  })
  await fetch(signUrl, { redirect: 'manual' })
  const { externalNo } = await ctx.prisma.renewal.findFirstOrThrow({ where: { userId } })
  return { userId, externalNo }
}

async function liveThrough(days: number) {
  for (let hours = 0; hours < days * 24; hours += 8) {
    await sweepRenewals(ctx)
    await takeNotices()
    await advance(8 * hour)
  }
}

it('renews twice, each time inside the channel’s window, and ends when the payer ends it there', async () => {
  const { userId, externalNo } = await newMember()
  await merchant.act('agreement', { agreement: externalNo })
  await takeNotices()
  expect((await mine(userId)).current).toMatchObject({ status: 'active' })
  for (const periods of [2, 3]) {
    const end = new Date((await mine(userId)).current?.nextCharge?.at ?? 0)
    await advance(end.getTime() - ctx.clock.now().getTime() - 6 * day)
    await liveThrough(10)
    expect(await ctx.prisma.membershipPeriod.count({ where: { userId } })).toBe(periods)
  }
  const [first, second] = (await mine(userId)).current?.charges ?? []
  for (const charge of [first, second]) expect(charge).toMatchObject({ status: 'fulfilled', tries: 1 })
  await merchant.act('agreement', { agreement: externalNo, isEnd: true })
  await takeNotices()
  expect(await mine(userId)).toMatchObject({ current: null, past: [{ endReason: 'ended_at_channel' }] })
})

it('asks about a deduction whose answer was lost, and takes the money once', async () => {
  const { userId, externalNo } = await newMember()
  await merchant.act('agreement', { agreement: externalNo })
  await takeNotices()
  const at = new Date((await mine(userId)).current?.nextCharge?.at ?? 0)
  await advance(at.getTime() - ctx.clock.now().getTime() - 6 * day)
  await merchant.fail('error-after-commit', { name: 'alipay.trade.pay' })
  await liveThrough(9)
  expect((await mine(userId)).current?.charges).toMatchObject([{ status: 'fulfilled', tries: 1 }])
  expect(await ctx.prisma.membershipPeriod.count({ where: { userId } })).toBe(2)
})
