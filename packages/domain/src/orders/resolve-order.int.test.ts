import { parseId } from '@mozhou/contracts/ids'
import type { AbnormalResolution } from '@mozhou/contracts/orders/kinds'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getBalance } from '../credits/get-balance.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { advanceRefund } from './advance-refund.ts'
import { closeOrder } from './close-order.ts'
import { createRecharge } from './create-order.ts'
import { exportOrders } from './export-orders.ts'
import { findOrders } from './find-orders.ts'
import { findUnattended } from './find-unattended.ts'
import { getOrderDetail } from './get-order-detail.ts'
import { listNotices } from './list-notices.ts'
import type { OrdersContext } from './orders-context.ts'
import { resolveOrder } from './resolve-order.ts'
import { startPayment } from './start-payment.ts'
import { takeNotice } from './take-notice.ts'
import { createFakeChannel } from './testing/fake-channel.ts'

let domain: TestDomain
let ctx: OrdersContext
let actor: { userId: string; requestId: string }
const alipay = createFakeChannel('alipay')
const wechat = createFakeChannel('wechat')
beforeAll(async () => {
  domain = await createTestDomain()
  ctx = { ...domain.ctx, channels: { alipay, wechat }, publicApiUrl: 'http://api.test' }
  actor = { userId: await newPerson(), requestId: 'test' }
})
afterAll(() => domain.close())

const newPerson = async () => parseId('user', (await domain.signUp()).user.id) ?? ''
const creditsOf = async (userId: string) => (await getBalance(ctx, { userId })).credits
const notify = (body: Uint8Array, channel: 'alipay' | 'wechat' = 'alipay') =>
  takeNotice(ctx, { channel, raw: { body, headers: {} } })
const settle = (orderId: string, resolution: AbnormalResolution) =>
  resolveOrder(ctx, { orderId, resolution, note: '工单 1024，已核对渠道后台', actor })

async function newRecharge() {
  const userId = await newPerson()
  const order = await createRecharge(ctx, { userId, amountFen: 1_000, requestKey: crypto.randomUUID() })
  const orderId = parseId('order', order.id) ?? ''
  for (const channel of ['alipay', 'wechat'] as const)
    await startPayment(ctx, { userId, orderId, channel, way: 'qr', clientIp: null, returnUrl: null })
  return { userId, orderId, orderNo: order.orderNo, before: await creditsOf(userId) }
}

/** Somebody paid 9.99 for 10.00. */
async function shortPaid() {
  const order = await newRecharge()
  const body = alipay.pay(order.orderNo, { amountFen: 999 })
  expect((await notify(body)).answer).toBe('refused')
  return { ...order, body }
}

describe('money of another amount than its order', () => {
  it('waits for a person, and is told to the channel as refused until they have decided', async () => {
    const { orderId, body } = await shortPaid()
    expect((await notify(body)).answer).toBe('refused')
    expect(await getOrderDetail(ctx, { orderId })).toMatchObject({
      status: 'pending',
      abnormalReason: 'amount_mismatch',
      payments: [{ status: 'held', amountFen: 999, channel: 'alipay' }],
      notices: [{ verdict: 'refused', reason: 'amount_mismatch' }],
      possibleResolutions: ['refund', 'accept', 'settled_elsewhere'],
    })
  })

  it('goes back when they say so, once, under one number', async () => {
    const { userId, orderId, before } = await shortPaid()
    const { refunds } = await settle(orderId, 'refund')
    expect(refunds).toEqual([{ refundId: expect.any(String) as string, userId }])
    await expect(settle(orderId, 'refund')).rejects.toMatchObject({ code: 'RESOLUTION_UNFIT' })
    const refundId = refunds[0]?.refundId ?? ''
    await advanceRefund(ctx, { refundId })
    const { refundNo } = await ctx.prisma.moneyRefund.findUniqueOrThrow({ where: { id: refundId } })
    expect(alipay.refunds.get(refundNo)).toMatchObject({ refundFen: 999, asked: 1 })
    expect(await creditsOf(userId)).toBe(before)
    expect(await closeOrder(ctx, { orderId })).toBe('closed')
    expect(await getOrderDetail(ctx, { orderId })).toMatchObject({ abnormalReason: null, possibleResolutions: [] })
  })

  it('counts as paid when they say so, also after the order has closed', async () => {
    const { userId, orderId, body, before } = await shortPaid()
    expect(await closeOrder(ctx, { orderId })).toBe('closed')
    await settle(orderId, 'accept')
    expect(await creditsOf(userId)).toBe(before + 100)
    const detail = await getOrderDetail(ctx, { orderId })
    expect(detail).toMatchObject({
      status: 'fulfilled',
      closedAt: null,
      abnormalReason: null,
      payments: [{ status: 'accepted', amountFen: 999 }],
      resolutions: [{ reason: 'amount_mismatch', resolution: 'accept', note: '工单 1024，已核对渠道后台' }],
    })
    expect((await notify(body)).answer).toBe('accepted')
    expect(await creditsOf(userId)).toBe(before + 100)
  })

  it('is given once when two people accept it at the same moment', async () => {
    const { userId, orderId, before } = await shortPaid()
    const ends = await Promise.allSettled([settle(orderId, 'accept'), settle(orderId, 'accept')])
    expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await creditsOf(userId)).toBe(before + 100)
  })

  it('cannot be accepted where it came twice: nobody has to guess which one counts', async () => {
    const { orderId, orderNo } = await shortPaid()
    await notify(wechat.pay(orderNo, { amountFen: 1_001 }), 'wechat')
    await expect(settle(orderId, 'accept')).rejects.toMatchObject({ code: 'RESOLUTION_UNFIT' })
    expect((await settle(orderId, 'refund')).refunds).toHaveLength(2)
    domain.advance(31_000)
    expect((await findUnattended(ctx)).refunds.length).toBeGreaterThanOrEqual(2)
  })

  it('is noted as settled elsewhere without moving anything, with who said so', async () => {
    const { orderId, userId, before } = await shortPaid()
    expect(await settle(orderId, 'settled_elsewhere')).toEqual({ refunds: [] })
    expect(await creditsOf(userId)).toBe(before)
    const row = await ctx.prisma.auditRow.findFirstOrThrow({
      where: { action: 'order.resolve', actorId: actor.userId },
      orderBy: { createdAt: 'desc' },
    })
    expect(row).toMatchObject({
      permission: 'order:resolve',
      before: { abnormalReason: 'amount_mismatch', heldFen: [999] },
      after: { resolution: 'settled_elsewhere' },
    })
  })
})

it('an order that needs nobody cannot be settled, and one that is not there is not found', async () => {
  const { orderId } = await newRecharge()
  await expect(settle(orderId, 'seen')).rejects.toMatchObject({ code: 'RESOLUTION_UNFIT' })
  await expect(settle(ctx.newId(), 'seen')).rejects.toMatchObject({ code: 'ORDER_NOT_FOUND' })
})

describe('everybody’s orders', () => {
  it('are found by number, by transaction, by person, by day and by what is wrong', async () => {
    const { userId, orderId, orderNo } = await shortPaid()
    const { username } = await ctx.prisma.user.findUniqueOrThrow({ where: { id: userId } })
    const found = async (filters: Parameters<typeof findOrders>[1] | object) =>
      (await findOrders(ctx, { limit: 100, ...filters })).items.map((order) => order.orderNo)
    for (const search of [orderNo, orderNo.toLowerCase(), `alipay-${orderNo}`, username])
      expect(await found({ search }), search).toEqual([orderNo])
    expect(await found({ search: '%' })).toEqual([])
    expect(await found({ search: orderNo, abnormal: 'any' })).toEqual([orderNo])
    expect(await found({ search: orderNo, abnormal: 'paid_twice' })).toEqual([])
    expect(await found({ search: orderNo, channel: 'alipay', kind: 'recharge', status: 'pending' })).toEqual([orderNo])
    expect(await found({ search: orderNo, to: '2020-01-01' })).toEqual([])
    await settle(orderId, 'refund')
    expect(await found({ search: orderNo, abnormal: 'any' })).toEqual([])
  })

  it('are exported under the same filters', async () => {
    const { orderNo } = await shortPaid()
    const { text, isTruncated } = await exportOrders(ctx, { search: orderNo, locale: 'zh-CN' })
    const lines = text.split('\r\n').filter((line) => line !== '')
    expect(isTruncated).toBe(false)
    expect(lines).toHaveLength(2)
    expect(lines[1]).toContain(`${orderNo},`)
    expect(lines[1]).toMatch(/,充值,100,10\.00,0\.00,(?:支付宝|微信支付),待付款,金额不符,$/)
  })

  it('stand beside what the channels told, refused notices too', async () => {
    await notify(new TextEncoder().encode('forged'))
    const { items } = await listNotices(ctx, { verdict: 'refused', limit: 100 })
    expect(items).toContainEqual(expect.objectContaining({ reason: 'signature', orderNo: null, body: 'forged' }))
    const first = await listNotices(ctx, { limit: 1 })
    const second = await listNotices(ctx, { limit: 1, cursor: first.nextCursor })
    expect(second.items[0]?.id).not.toBe(first.items[0]?.id)
  })
})
