import { parseId } from '@mozhou/contracts/ids'
import { renewalTextVersion } from '@mozhou/contracts/renewals/consent-text'
import type { Notice } from '@mozhou/integrations/payments/port'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { getMembership } from '../../memberships/get-membership.ts'
import { listNotifications } from '../../notifications/list-notifications.ts'
import { closeOrder } from '../close-order.ts'
import { findUnattended } from '../find-unattended.ts'
import { listPlans } from '../list-plans.ts'
import { remindMembers } from '../remind-members.ts'
import { startPayment } from '../start-payment.ts'
import { takeNotice } from '../take-notice.ts'
import { refundActs } from '../testing/refund-acts.ts'
import { openShop } from '../testing/shop.ts'
import type { Shop } from '../testing/shop.ts'
import { cancelRenewal } from './cancel-renewal.ts'
import { myRenewals } from './my-renewals.ts'
import { startRenewal } from './start-renewal.ts'
import { sweepRenewals } from './sweep-renewals.ts'
import { createFakeAgreements } from './testing/fake-agreements.ts'
import type { FakeAgreements } from './testing/fake-agreements.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
let shop: Shop
let agreements: FakeAgreements
beforeAll(async () => {
  shop = await openShop()
  agreements = createFakeAgreements(shop.alipay, () => shop.ctx.clock.now())
  shop.alipay.agreements = agreements
})
afterAll(() => shop.domain.close())
beforeEach(async () => {
  agreements.moods = []
  agreements.asked = []
  agreements.postponed = []
  agreements.isOffered = true
  // The sweep is about everybody: what an earlier test left is not this one's.
  await shop.ctx.prisma.renewal.updateMany({
    where: { status: { in: ['active', 'signing'] } },
    data: { status: 'cancelled', endedAt: shop.ctx.clock.now(), channelEndedAt: shop.ctx.clock.now() },
  })
})

const month = async () => {
  const plan = (await listPlans(shop.ctx)).find(({ key }) => key === 'month')
  return { planId: parseId('plan', plan?.id ?? '') ?? '', priceFen: plan?.priceFen ?? 0 }
}
const agree = async (userId: string, more = {}) =>
  startRenewal(shop.ctx, {
    userId,
    ...(await month()),
    channel: 'alipay',
    textVersion: renewalTextVersion,
    isAgreed: true,
    isOnPhone: false,
    returnUrl: null,
    ...more,
  })
const tell = (notice: Notice) =>
  takeNotice(shop.ctx, {
    channel: 'alipay',
    raw: { body: new TextEncoder().encode(JSON.stringify(notice)), headers: {} },
  })
function agreementNotice(externalNo: string, state: 'active' | 'ended'): Notice {
  return { type: 'agreement', orderNo: null, externalNo, agreementNo: agreements.numberOf(externalNo), state }
}
const externalNoOf = async (userId: string) =>
  (await shop.ctx.prisma.renewal.findFirstOrThrow({ where: { userId }, orderBy: { createdAt: 'desc' } })).externalNo
async function sign(userId: string): Promise<string> {
  const externalNo = await externalNoOf(userId)
  const played = agreements.all.get(externalNo)
  if (played) played.state = 'active'
  await tell(agreementNotice(externalNo, 'active'))
  return externalNo
}
/** A member of a month who has agreed and signed. */
async function renewing() {
  const { userId, orderId } = await shop.membership('month')
  await agree(userId)
  const externalNo = await sign(userId)
  return { userId, orderId, externalNo }
}
const mine = (userId: string) => myRenewals(shop.ctx, { userId })
const endOf = async (userId: string) => {
  const last = await shop.ctx.prisma.membershipPeriod.findFirstOrThrow({
    where: { userId },
    orderBy: { endsAt: 'desc' },
  })
  return last.endsAt
}
async function until(userId: string, ms: number) {
  shop.domain.advance((await endOf(userId)).getTime() - ms - shop.ctx.clock.now().getTime())
  return sweepRenewals(shop.ctx)
}
/** The sweep as it runs, though less often. */
async function liveThrough(days: number, stepHours = 6) {
  for (let hours = 0; hours < days * 24; hours += stepHours) {
    await sweepRenewals(shop.ctx)
    shop.domain.advance(stepHours * hour)
  }
  await sweepRenewals(shop.ctx)
}
const told = async (userId: string) =>
  (await listNotifications(shop.ctx, { userId, limit: 50 })).items
    .filter(({ kind }) => kind.startsWith('renewal_'))
    .map(({ kind, params }) => ('days' in params ? params.days : 'reason' in params ? params.reason : kind))
    .reverse()
const renewalOrders = async (userId: string) =>
  (await shop.ctx.prisma.order.findMany({ where: { userId, renewalCharge: { isNot: null } } })).map(
    ({ status }) => status,
  )

describe('a consent', () => {
  it('is on when it is signed at the channel, once however often that is told', async () => {
    const { userId } = await shop.membership('month')
    const { renewal, signUrl } = await agree(userId)
    expect(renewal).toMatchObject({ status: 'signing', priceFen: 990, textVersion: renewalTextVersion })
    expect(signUrl).toContain('https://sign.test/MZR')
    expect((await agree(userId)).signUrl).toBe(signUrl)
    const externalNo = await sign(userId)
    await Promise.all([sign(userId), sign(userId)])
    const { current } = await mine(userId)
    const end = await endOf(userId)
    expect(current).toMatchObject({
      status: 'active',
      plan: { months: 1 },
      nextCharge: { amountFen: 990 },
      isCharging: false,
    })
    const at = new Date(current?.nextCharge?.at ?? 0).getTime()
    expect(end.getTime() - at).toBeGreaterThanOrEqual(3 * day)
    expect(end.getTime() - at).toBeLessThan(8 * day)
    expect(await told(userId)).toEqual(['renewal_started'])
    expect(agreements.all.get(externalNo)?.terms).toMatchObject({ mostFen: 990, months: 1, externalNo })
    await expect(agree(userId)).rejects.toMatchObject({ code: 'RENEWAL_ACTIVE' })
  })

  it('is refused to whom it could not be announced, for other terms, and where no channel has it', async () => {
    const stranger = await shop.newPerson()
    await expect(agree(stranger)).rejects.toMatchObject({ code: 'RENEWAL_NEEDS_MEMBERSHIP' })
    const { userId } = await shop.membership('month')
    await expect(agree(userId, { priceFen: 989 })).rejects.toMatchObject({ code: 'RENEWAL_TERMS_CHANGED' })
    await expect(agree(userId, { textVersion: '2020' })).rejects.toMatchObject({ code: 'RENEWAL_TERMS_CHANGED' })
    await expect(agree(userId, { channel: 'wechat' })).rejects.toMatchObject({ code: 'CHANNEL_NOT_OFFERED' })
    agreements.isOffered = false
    await expect(agree(userId)).rejects.toMatchObject({ code: 'CHANNEL_NOT_OFFERED' })
    agreements.isOffered = true
    shop.domain.advance((await endOf(userId)).getTime() - 5 * day - shop.ctx.clock.now().getTime())
    expect((await mine(userId)).obstacle).toBe('too_late')
    await expect(agree(userId)).rejects.toMatchObject({ code: 'RENEWAL_TOO_LATE' })
  })

  it('that was given up and is signed after all is ended at the channel', async () => {
    const { userId } = await shop.membership('month')
    await agree(userId)
    const externalNo = await externalNoOf(userId)
    shop.domain.advance(25 * hour)
    await sweepRenewals(shop.ctx)
    expect((await mine(userId)).current).toBeNull()
    await sign(userId)
    expect((await mine(userId)).current).toBeNull()
    shop.domain.advance(5 * minute)
    await sweepRenewals(shop.ctx)
    expect(agreements.all.get(externalNo)?.state).toBe('ended')
  })

  it('whose notice was lost is found by asking', async () => {
    const { userId } = await shop.membership('month')
    await agree(userId)
    const played = agreements.all.get(await externalNoOf(userId))
    if (played) played.state = 'active'
    shop.domain.advance(25 * hour)
    await sweepRenewals(shop.ctx)
    expect((await mine(userId)).current).toMatchObject({ status: 'active' })
  })
})

describe('a renewal', () => {
  it('is announced five days and one day before, each once, then charged once, and nothing is missing between', async () => {
    const { userId } = await renewing()
    const end = await endOf(userId)
    await until(userId, 10 * day)
    expect(await told(userId)).toEqual(['renewal_started'])
    await liveThrough(9)
    expect(await told(userId)).toEqual(['renewal_started', 5, 1])
    expect(agreements.asked).toHaveLength(1)
    expect(await renewalOrders(userId)).toEqual(['fulfilled'])
    const periods = await shop.ctx.prisma.membershipPeriod.findMany({ where: { userId }, orderBy: { startsAt: 'asc' } })
    expect(periods).toHaveLength(2)
    expect(periods[1]?.startsAt).toEqual(end)
    const [five] = (await listNotifications(shop.ctx, { userId, limit: 50 })).items.filter(
      ({ kind, params }) => kind === 'renewal_due' && 'days' in params && params.days === 5,
    )
    const payment = await shop.ctx.prisma.payment.findFirstOrThrow({
      where: { order: { userId, renewalCharge: { isNot: null } } },
    })
    expect(payment.createdAt.getTime() - Date.parse(five?.createdAt ?? '')).toBeGreaterThanOrEqual(5 * day)
    expect((await mine(userId)).current).toMatchObject({
      status: 'active',
      charges: [{ status: 'fulfilled', tries: 1 }],
    })
  })

  it('goes on for months without anybody doing anything', async () => {
    const { userId } = await renewing()
    for (let months = 0; months < 4; months += 1) {
      await until(userId, 10 * day)
      await liveThrough(9, 12)
    }
    expect(new Set(agreements.asked).size).toBe(4)
    expect(await renewalOrders(userId)).toEqual(Array.from({ length: 4 }, () => 'fulfilled'))
    expect(agreements.postponed).toEqual([])
  })

  it('is charged once by two sweeps at the same time', async () => {
    const { userId } = await renewing()
    await until(userId, 9 * day)
    for (let hours = 0; hours < 8 * 24; hours += 4) {
      await Promise.all([sweepRenewals(shop.ctx), sweepRenewals(shop.ctx), sweepRenewals(shop.ctx)])
      shop.domain.advance(4 * hour)
    }
    expect(agreements.asked).toHaveLength(1)
    expect(await told(userId)).toEqual(['renewal_started', 5, 1])
    expect(await shop.ctx.prisma.membershipPeriod.count({ where: { userId } })).toBe(2)
  })

  it('is not spoken of as an end: 7, 3, 1 are told to whom nobody renews', async () => {
    const { userId } = await renewing()
    for (const days of [6.9, 2.9, 0.9]) {
      shop.domain.advance((await endOf(userId)).getTime() - days * day - shop.ctx.clock.now().getTime())
      await remindMembers(shop.ctx)
    }
    const kinds = async () => (await listNotifications(shop.ctx, { userId, limit: 50 })).items.map(({ kind }) => kind)
    expect(await kinds()).not.toContain('membership_ending')
    await cancelRenewal(shop.ctx, { userId })
    await remindMembers(shop.ctx)
    expect(await kinds()).toContain('membership_ending')
  })

  it('33: that its person renewed by hand one second before the end has no gap and no second word of an end', async () => {
    const { userId } = await renewing()
    agreements.moods = ['payer_short', 'payer_short', 'payer_short']
    await until(userId, 10 * day)
    await liveThrough(9)
    const end = await endOf(userId)
    shop.domain.advance(end.getTime() - 1_000 - shop.ctx.clock.now().getTime())
    await shop.membership('month', userId)
    shop.domain.advance(2_000)
    await remindMembers(shop.ctx)
    const kinds = (await listNotifications(shop.ctx, { userId, limit: 50 })).items.map(({ kind }) => kind)
    expect(kinds).not.toContain('membership_ended')
    expect((await getMembership(shop.ctx, userId)).isMember).toBe(true)
  })
})

describe('a charge', () => {
  const toFirstTry = async (userId: string) => {
    await until(userId, 10 * day)
    while (agreements.asked.length === 0) {
      await sweepRenewals(shop.ctx)
      shop.domain.advance(hour)
    }
  }

  it('that is refused is tried three times under one number, then it ends, and nothing is owed', async () => {
    const { userId, externalNo } = await renewing()
    const end = await endOf(userId)
    const credits = await shop.creditsOf(userId)
    agreements.moods = ['payer_short', 'payer_short', 'payer_short', 'payer_short']
    await until(userId, 10 * day)
    await liveThrough(10)
    expect(agreements.asked).toHaveLength(3)
    expect(new Set(agreements.asked).size).toBe(1)
    expect(await renewalOrders(userId)).toEqual(['closed'])
    expect(await told(userId)).toEqual(['renewal_started', 5, 1, 'not_paid'])
    expect(await endOf(userId)).toEqual(end)
    expect((await getMembership(shop.ctx, userId)).isMember).toBe(false)
    expect(await shop.creditsOf(userId)).toBe(credits)
    expect(agreements.all.get(externalNo)?.state).toBe('ended')
    const kinds = (await listNotifications(shop.ctx, { userId, limit: 50 })).items.map(({ kind }) => kind)
    expect(kinds).not.toContain('order_closed')
  })

  it('that succeeds with its second try is one order', async () => {
    const { userId } = await renewing()
    agreements.moods = ['payer_short']
    await until(userId, 10 * day)
    await liveThrough(9)
    expect(agreements.asked).toHaveLength(2)
    expect(await renewalOrders(userId)).toEqual(['fulfilled'])
  })

  it('whose answer was lost is asked about and not made again', async () => {
    const { userId } = await renewing()
    agreements.moods = ['lost']
    await until(userId, 10 * day)
    await liveThrough(9)
    expect(agreements.asked).toHaveLength(1)
    expect(await renewalOrders(userId)).toEqual(['fulfilled'])
  })

  it('that was submitted and never recorded is found by whoever comes next', async () => {
    const { userId } = await renewing()
    // The process dies between the call and everything after it.
    agreements.moods = ['dies']
    await toFirstTry(userId)
    const [before] = await shop.ctx.prisma.renewalCharge.findMany({ where: { renewal: { userId } } })
    expect(before).toMatchObject({ outcome: 'submitted', tries: 1 })
    const { orders } = await findUnattended(shop.ctx)
    expect(orders.some(({ orderId }) => orderId === before?.orderId)).toBe(true)
    const orderNo = agreements.asked[0] ?? ''
    await takeNotice(shop.ctx, { channel: 'alipay', raw: { body: shop.alipay.pay(orderNo), headers: {} } })
    await Promise.all([sweepRenewals(shop.ctx), sweepRenewals(shop.ctx)])
    expect(await renewalOrders(userId)).toEqual(['fulfilled'])
    expect(await shop.ctx.prisma.payment.count({ where: { order: { orderNo } } })).toBe(1)
  })

  it('that nobody knows is not made again while it is unknown', async () => {
    const { userId } = await renewing()
    agreements.moods = ['lost_unpaid']
    await toFirstTry(userId)
    const orderNo = agreements.asked[0] ?? ''
    // The channel has the trade, and has not made up its mind.
    shop.alipay.trades.set(orderNo, { amountFen: 990, state: 'waiting', transactionId: 'x' })
    await liveThrough(2)
    expect(agreements.asked).toEqual([orderNo])
    expect((await mine(userId)).current).toMatchObject({ isCharging: true })
    shop.alipay.trades.set(orderNo, { amountFen: 990, state: 'paid', transactionId: 'x' })
    await sweepRenewals(shop.ctx)
    expect(await renewalOrders(userId)).toEqual(['fulfilled'])
  })

  it('that never arrived is tried again under the same number, and that the channel was away counts for no try', async () => {
    const { userId } = await renewing()
    agreements.moods = ['lost_unpaid', 'away', 'away', 'away', 'away']
    await until(userId, 10 * day)
    await liveThrough(9)
    expect(new Set(agreements.asked).size).toBe(1)
    expect(agreements.asked.length).toBe(6)
    expect(await renewalOrders(userId)).toEqual(['fulfilled'])
    expect((await mine(userId)).current?.charges).toMatchObject([{ tries: 2 }])
  })

  it('is nothing that anybody pays by hand, and the same plan bought by hand is another order', async () => {
    const { userId } = await renewing()
    agreements.moods = ['payer_short']
    await toFirstTry(userId)
    const { id: orderId } = await shop.ctx.prisma.order.findFirstOrThrow({
      where: { userId, renewalCharge: { isNot: null } },
    })
    const pay = startPayment(shop.ctx, {
      userId,
      orderId,
      channel: 'alipay',
      way: 'qr',
      clientIp: null,
      returnUrl: null,
    })
    await expect(pay).rejects.toMatchObject({ code: 'ORDER_NOT_PENDING' })
    const bought = await shop.membership('month', userId)
    expect(bought.orderId).not.toBe(orderId)
    await liveThrough(1)
    // Bought by hand: what was to be charged is closed, and the next charge is a month away.
    expect(agreements.asked).toHaveLength(1)
    expect(await renewalOrders(userId)).toEqual(['closed'])
    expect(agreements.postponed).toHaveLength(1)
    expect((await mine(userId)).current).toMatchObject({ status: 'active' })
  })
})

describe('turned off', () => {
  it('35: after the notice, nothing is charged', async () => {
    const { userId, externalNo } = await renewing()
    await until(userId, 8 * day)
    await liveThrough(1)
    expect(await told(userId)).toContain(5)
    const { current, past } = await cancelRenewal(shop.ctx, { userId })
    expect(current).toBeNull()
    expect(past[0]).toMatchObject({ status: 'cancelled', endReason: null })
    expect(agreements.all.get(externalNo)?.state).toBe('ended')
    await liveThrough(10)
    expect(agreements.asked).toEqual([])
    expect(await told(userId)).toEqual(['renewal_started', 5, 'by_person'])
    expect((await cancelRenewal(shop.ctx, { userId })).current).toBeNull()
    expect(await told(userId)).toHaveLength(3)
  })

  it('also when the agreement is gone already, and when the channel does not answer', async () => {
    const gone = await renewing()
    const played = agreements.all.get(gone.externalNo)
    if (played) played.state = 'ended'
    expect((await cancelRenewal(shop.ctx, gone)).current).toBeNull()
    const away = await renewing()
    const { cancel } = agreements
    agreements.cancel = () => Promise.reject(new Error('away'))
    expect((await cancelRenewal(shop.ctx, away)).current).toBeNull()
    agreements.cancel = cancel
    shop.domain.advance(5 * minute)
    await sweepRenewals(shop.ctx)
    expect(agreements.all.get(away.externalNo)?.state).toBe('ended')
  })

  it('between two tries, the rest is not tried', async () => {
    const { userId } = await renewing()
    agreements.moods = ['payer_short']
    await until(userId, 10 * day)
    while (agreements.asked.length === 0) {
      await sweepRenewals(shop.ctx)
      shop.domain.advance(hour)
    }
    await cancelRenewal(shop.ctx, { userId })
    await liveThrough(5)
    expect(agreements.asked).toHaveLength(1)
    expect(await renewalOrders(userId)).toEqual(['closed'])
  })

  it('by a payer in their own app: nothing is charged, and they are told; also when that notice was lost', async () => {
    const { userId, externalNo } = await renewing()
    const played = agreements.all.get(externalNo)
    if (played) played.state = 'ended'
    await Promise.all([tell(agreementNotice(externalNo, 'ended')), tell(agreementNotice(externalNo, 'ended'))])
    expect(await told(userId)).toEqual(['renewal_started', 'ended_at_channel'])
    const silent = await renewing()
    const other = agreements.all.get(silent.externalNo)
    if (other) other.state = 'ended'
    await until(silent.userId, 10 * day)
    await liveThrough(9)
    expect(agreements.asked).toEqual([])
    expect(await told(silent.userId)).toEqual(['renewal_started', 'ended_at_channel'])
  })

  it('and told in the wrong order stays off', async () => {
    const { userId } = await shop.membership('month')
    await agree(userId)
    const externalNo = await externalNoOf(userId)
    await tell(agreementNotice(externalNo, 'ended'))
    await tell(agreementNotice(externalNo, 'active'))
    expect((await mine(userId)).current).toBeNull()
  })
})

describe('without a new consent nothing is charged', () => {
  it('36: when the price was raised, and the person is told', async () => {
    const { userId } = await renewing()
    const { planId } = await month()
    await until(userId, 8 * day)
    await liveThrough(1)
    await shop.ctx.prisma.plan.update({ where: { id: planId }, data: { priceFen: 1_990 } })
    await liveThrough(10)
    await shop.ctx.prisma.plan.update({ where: { id: planId }, data: { priceFen: 990 } })
    expect(agreements.asked).toEqual([])
    expect(await told(userId)).toEqual(['renewal_started', 5, 'price_raised'])
  })

  it('when the plan is no longer sold', async () => {
    const { userId } = await renewing()
    const { planId } = await month()
    await shop.ctx.prisma.plan.update({ where: { id: planId }, data: { isOnSale: false } })
    await until(userId, 10 * day)
    await liveThrough(10)
    await shop.ctx.prisma.plan.update({ where: { id: planId }, data: { isOnSale: true } })
    expect(agreements.asked).toEqual([])
    expect(await told(userId)).toEqual(['renewal_started', 'plan_off_sale'])
  })

  it('when the membership was refunded, and when the account is suspended', async () => {
    const refunded = await renewing()
    await refundActs(shop).confirm({ ...refunded, orderNo: '' })
    expect(await told(refunded.userId)).toEqual(['renewal_started', 'refunded'])
    const suspended = await renewing()
    await shop.ctx.prisma.user.update({ where: { id: suspended.userId }, data: { status: 'suspended' } })
    await sweepRenewals(shop.ctx)
    expect(await told(suspended.userId)).toEqual(['renewal_started', 'suspended'])
    shop.domain.advance(5 * minute)
    await sweepRenewals(shop.ctx)
    for (const { externalNo } of [refunded, suspended]) expect(agreements.all.get(externalNo)?.state).toBe('ended')
  })

  it('when the order of the charge was closed, and closing it twice is one end', async () => {
    const { userId } = await renewing()
    agreements.moods = ['payer_short']
    await until(userId, 10 * day)
    while (agreements.asked.length === 0) {
      await sweepRenewals(shop.ctx)
      shop.domain.advance(hour)
    }
    const order = await shop.ctx.prisma.order.findFirstOrThrow({ where: { userId, renewalCharge: { isNot: null } } })
    await Promise.all([closeOrder(shop.ctx, { orderId: order.id }), closeOrder(shop.ctx, { orderId: order.id })])
    await Promise.all([sweepRenewals(shop.ctx), sweepRenewals(shop.ctx)])
    expect(await told(userId)).toEqual(['renewal_started', 5, 1, 'not_paid'])
  })
})
