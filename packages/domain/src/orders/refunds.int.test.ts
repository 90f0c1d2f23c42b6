import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addGeneration } from '../credits/testing/add-generation.ts'
import { auditLedger } from '../credits/audit-ledger.ts'
import { postEntry } from '../credits/post-entry.ts'
import { reverseEntry } from '../credits/reverse-entry.ts'
import { getMembership } from '../memberships/get-membership.ts'
import { advanceRefund } from './advance-refund.ts'
import { approveRefund, rejectRefund } from './decide-refund.ts'
import { findUnattended } from './find-unattended.ts'
import { getMoneyRefund } from './get-money-refund.ts'
import { listMoneyRefunds } from './list-money-refunds.ts'
import { quoteRefund } from './quote-refund.ts'
import { requestRefund } from './request-refund.ts'
import { takeNotice } from './take-notice.ts'
import { openShop } from './testing/shop.ts'
import type { Bought, Shop } from './testing/shop.ts'

const day = 86_400_000
let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(async () => {
  const { checks } = await auditLedger(shop.ctx)
  await shop.domain.close()
  expect(checks.filter(({ isPassed }) => !isPassed)).toEqual([])
})

const key = () => crypto.randomUUID()
/** Gifts are spent before what was paid for. */
const spend = async (userId: string, amount: number, generation: string = key()) => {
  const charge = `charge:${generation}`
  const reference = { type: 'test', id: generation }
  await postEntry(shop.ctx, { key: charge, kind: 'consume', userId, unit: 'credits', amount: -amount, reference })
  return () => reverseEntry(shop.ctx, { key: `refund:${generation}`, originalKey: charge, kind: 'refund' })
}
/** A recharge whose person has nothing else to spend. */
async function onlyRecharge(amountFen: number): Promise<Bought> {
  const bought = await shop.recharge(amountFen)
  const gift = (await shop.creditsOf(bought.userId)) - amountFen / 10
  if (gift > 0) await spend(bought.userId, gift)
  return bought
}
const quote = (bought: Bought) => quoteRefund(shop.ctx, bought)
const confirm = async (bought: Bought, requestKey = key()) => {
  const { amountFen, takenCredits } = await quote(bought)
  return requestRefund(shop.ctx, { ...bought, amountFen, takenCredits, requestKey })
}
const numberOf = async (refundId: string) =>
  (await shop.ctx.prisma.moneyRefund.findUniqueOrThrow({ where: { id: refundId } })).refundNo
/** The channel has made up its mind. */
async function settle(refundId: string, state: 'succeeded' | 'failed' | 'abnormal' = 'succeeded') {
  await advanceRefund(shop.ctx, { refundId })
  const refundNo = await numberOf(refundId)
  const played = shop.alipay.refunds.get(refundNo)
  shop.alipay.refunds.set(refundNo, { refundFen: 0, asked: 1, ...played, state })
  return advanceRefund(shop.ctx, { refundId })
}
const clawbacks = (orderId: string) =>
  shop.ctx.prisma.creditEntry.findMany({
    where: { referenceType: 'order', referenceId: orderId, kind: { startsWith: 'clawback' } },
    orderBy: { sequence: 'asc' },
    select: { kind: true, amount: true },
  })
const finance = async () => ({ userId: await shop.newPerson(), requestId: 'test' })

describe('a recharge', () => {
  it('that nobody used comes back at once: credits first, then the money', async () => {
    const bought = await onlyRecharge(10_000)
    expect(await quote(bought)).toMatchObject({ amountFen: 10_000, takenCredits: 1_000, refusal: null, waitsFor: null })
    const { refundId, isReserved } = await confirm(bought)
    expect(isReserved).toBe(true)
    expect(await shop.creditsOf(bought.userId)).toBe(0)
    expect(await clawbacks(bought.orderId)).toEqual([{ kind: 'clawback_recharge', amount: -1_000 }])
    expect((await shop.stand(bought)).status).toBe('fulfilled')
    expect(await settle(refundId)).toEqual({ status: 'succeeded', isOver: true })
    expect(await shop.stand(bought)).toMatchObject({
      status: 'refunded',
      refunds: [{ status: 'succeeded', amountFen: 10_000, takenCredits: 1_000 }],
    })
    await expect(
      requestRefund(shop.ctx, { ...bought, amountFen: 1, takenCredits: 0, requestKey: key() }),
    ).rejects.toMatchObject({ code: 'REFUND_NOTHING_LEFT' })
  })

  it('16: of 100 yuan with 300 of 1 000 used gives back 70.00 for the other 700, once finance has agreed', async () => {
    const bought = await onlyRecharge(10_000)
    await spend(bought.userId, 300)
    expect(await quote(bought)).toMatchObject({ amountFen: 7_000, takenCredits: 700, waitsFor: 'used' })
    const { refundId, isReserved } = await confirm(bought)
    expect(isReserved).toBe(false)
    expect(await shop.creditsOf(bought.userId)).toBe(700)
    const actor = await finance()
    const { items } = await listMoneyRefunds(shop.ctx, { queue: 'waiting', limit: 100 })
    expect(items.map(({ order }) => order.orderNo)).toContain(bought.orderNo)
    const { quote: fresh } = await getMoneyRefund(shop.ctx, { refundId })
    expect(fresh).toMatchObject({ amountFen: 7_000, faultFen: 7_000, refusal: null })
    await approveRefund(shop.ctx, { refundId, amountFen: 7_000, basis: 'wish', reason: '用户不再需要', actor })
    expect(await shop.creditsOf(bought.userId)).toBe(0)
    await settle(refundId)
    expect(await shop.stand(bought)).toMatchObject({
      status: 'partially_refunded',
      refunds: [{ status: 'succeeded', amountFen: 7_000, decisionNote: '用户不再需要' }],
    })
    const audited = await shop.ctx.prisma.auditRow.findMany({ where: { actorId: actor.userId } })
    expect(audited).toMatchObject([{ action: 'refund.approve', after: { amountFen: 7_000, credits: 700 } }])
    await expect(rejectRefund(shop.ctx, { refundId, reason: '又不要了', actor })).rejects.toMatchObject({
      code: 'REFUND_DECIDED',
    })
  })

  it('17: with 500 credits besides, 300 used, gives back 70.00 for 1 200', async () => {
    const bought = await onlyRecharge(10_000)
    const reference = { type: 'order', id: bought.orderId }
    const { userId } = bought
    await postEntry(shop.ctx, {
      key: `bonus:${bought.orderId}`,
      kind: 'recharge_bonus',
      userId,
      unit: 'credits',
      amount: 500,
      reference,
    })
    await spend(userId, 300)
    expect(await quote(bought)).toMatchObject({ amountFen: 7_000, takenCredits: 1_200 })
    const { refundId } = await confirm(bought)
    await approveRefund(shop.ctx, { refundId, amountFen: 7_000, basis: 'wish', reason: '同意', actor: await finance() })
    expect(await clawbacks(bought.orderId)).toEqual([
      { kind: 'clawback_bonus', amount: -500 },
      { kind: 'clawback_recharge', amount: -700 },
    ])
    expect(await shop.creditsOf(userId)).toBe(0)
  })

  it('18: used beyond what was paid is refused with the reason', async () => {
    const bought = await onlyRecharge(10_000)
    await shop.ctx.prisma.order.update({ where: { id: bought.orderId }, data: { payableFen: 9_000 } })
    await shop.ctx.prisma.payment.updateMany({ where: { orderId: bought.orderId }, data: { amountFen: 9_000 } })
    await spend(bought.userId, 950)
    expect(await quote(bought)).toMatchObject({
      amountFen: 0,
      refusal: 'nothing_left',
      credits: { given: 1_000, used: 950, usedFen: 9_500 },
    })
    await expect(confirmed(bought, 100, 50)).rejects.toMatchObject({ code: 'REFUND_NOTHING_LEFT' })
    expect(await shop.creditsOf(bought.userId)).toBe(50)
  })

  it('19: used between quote and confirmation is refused, and nothing is done', async () => {
    const bought = await onlyRecharge(10_000)
    const { amountFen, takenCredits } = await quote(bought)
    await spend(bought.userId, 10)
    await expect(confirmed(bought, amountFen, takenCredits)).rejects.toMatchObject({ code: 'REFUND_QUOTE_CHANGED' })
    expect(await shop.creditsOf(bought.userId)).toBe(990)
    expect((await shop.stand(bought)).refunds).toEqual([])
  })

  it('20: asked for twenty times at once is one refund; the same press again is the same', async () => {
    const bought = await onlyRecharge(10_000)
    const requestKey = key()
    const presses = await Promise.allSettled([
      ...Array.from({ length: 10 }, () => confirmed(bought, 10_000, 1_000, requestKey)),
      ...Array.from({ length: 10 }, () => confirmed(bought, 10_000, 1_000)),
    ])
    const made = presses.flatMap((press) => (press.status === 'fulfilled' ? [press.value.refundId] : []))
    expect(new Set(made).size).toBe(1)
    expect((await shop.stand(bought)).refunds).toHaveLength(1)
    for (const press of presses)
      if (press.status === 'rejected') expect(press.reason).toMatchObject({ code: 'REFUND_IN_FLIGHT' })
    expect(await clawbacks(bought.orderId)).toHaveLength(1)
    expect(await shop.creditsOf(bought.userId)).toBe(0)
  })

  it('and charges at the same moment never take more than there is', async () => {
    const bought = await onlyRecharge(1_000)
    const outcomes = await Promise.allSettled([
      confirmed(bought, 1_000, 100),
      ...Array.from({ length: 8 }, () => spend(bought.userId, 20)),
    ])
    const [refund] = outcomes
    const spent = 20 * outcomes.slice(1).filter(({ status }) => status === 'fulfilled').length
    if (refund?.status === 'fulfilled') expect(spent).toBe(0)
    else expect(spent).toBe(100)
    expect(await shop.creditsOf(bought.userId)).toBe(0)
  })

  it('21: whose channel is silent and then has done it goes back once', async () => {
    const bought = await onlyRecharge(1_000)
    const { refundId } = await confirm(bought)
    shop.alipay.before('refund', () => Promise.reject(new Error('timeout')))
    await expect(advanceRefund(shop.ctx, { refundId })).rejects.toThrow('timeout')
    await settle(refundId)
    expect(shop.alipay.refunds.get(await numberOf(refundId))).toMatchObject({ refundFen: 1_000, asked: 1 })
    expect((await shop.stand(bought)).status).toBe('refunded')
  })

  it('22: that the channel refuses gives the credits again, once, and may be asked for anew', async () => {
    const bought = await onlyRecharge(1_000)
    const { refundId } = await confirm(bought)
    const ends = await settle(refundId, 'failed')
    expect(ends).toEqual({ status: 'failed', isOver: true })
    expect(await advanceRefund(shop.ctx, { refundId })).toEqual({ status: 'failed', isOver: true })
    expect(await shop.creditsOf(bought.userId)).toBe(100)
    expect(await shop.stand(bought)).toMatchObject({ status: 'fulfilled', abnormalReason: 'refund_abnormal' })
    expect(await clawbacks(bought.orderId)).toEqual([
      { kind: 'clawback_recharge', amount: -100 },
      { kind: 'clawback_recharge', amount: 100 },
    ])
    const again = await confirm(bought)
    await settle(again.refundId)
    expect((await shop.stand(bought)).status).toBe('refunded')
    expect(await shop.creditsOf(bought.userId)).toBe(0)
  })

  it('whose money nobody knows of stays taken, and a person looks', async () => {
    const bought = await onlyRecharge(1_000)
    const { refundId } = await confirm(bought)
    await settle(refundId, 'abnormal')
    expect(await shop.creditsOf(bought.userId)).toBe(0)
    expect(await quote(bought)).toMatchObject({ refusal: 'in_flight' })
    expect((await shop.stand(bought)).abnormalReason).toBe('refund_abnormal')
  })

  it('23: goes back in parts, each with its share of the credits, and never beyond the rest', async () => {
    const bought = await onlyRecharge(10_000)
    shop.domain.advance(8 * day)
    const actor = await finance()
    const part = async (amountFen: number) => {
      const { refundId, isReserved } = await confirm(bought)
      expect(isReserved).toBe(false)
      await approveRefund(shop.ctx, { refundId, amountFen, basis: 'wish', reason: '部分退款', actor })
      await settle(refundId)
    }
    await part(3_333)
    expect(await shop.creditsOf(bought.userId)).toBe(1_000 - 334)
    await part(3_333)
    expect(await quote(bought)).toMatchObject({ amountFen: 3_334, refundedFen: 6_666, takenCredits: 333 })
    await expect(part(3_335)).rejects.toMatchObject({ code: 'REFUND_QUOTE_CHANGED' })
    expect((await shop.stand(bought)).status).toBe('partially_refunded')
  })

  it('24: sent back in the channel’s own console is found by its notice, once, and leaves a debt where it was used', async () => {
    const bought = await onlyRecharge(1_000)
    await spend(bought.userId, 40)
    const refundNo = `CONSOLE${bought.orderNo}`
    shop.alipay.refunds.set(refundNo, { state: 'succeeded', refundFen: 1_000, asked: 0 })
    const notice = { type: 'refund', orderNo: bought.orderNo, refundNo, state: 'succeeded', refundFen: 1_000 }
    const tell = (times: number) => {
      const body = new TextEncoder().encode(JSON.stringify(notice) + ' '.repeat(times))
      return takeNotice(shop.ctx, { channel: 'alipay', raw: { body, headers: {} } })
    }
    await Promise.all([tell(1), tell(2), tell(3)])
    expect(await shop.creditsOf(bought.userId)).toBe(-40)
    expect(await shop.stand(bought)).toMatchObject({
      status: 'refunded',
      abnormalReason: 'refunded_outside',
      refunds: [{ kind: 'external', status: 'succeeded', amountFen: 1_000, takenCredits: 100 }],
    })
  })

  it('25: works off a debt first, and only what remains of it is unused', async () => {
    const userId = await shop.newPerson()
    const had = await shop.creditsOf(userId)
    await spend(userId, had)
    await postEntry(shop.ctx, {
      key: `test:${userId}`,
      kind: 'clawback_bonus',
      userId,
      unit: 'credits',
      amount: -60,
      reference: { type: 'test', id: userId },
    })
    const bought = await shop.recharge(1_000, userId)
    expect(await shop.creditsOf(userId)).toBe(40)
    expect(await quote(bought)).toMatchObject({ amountFen: 400, takenCredits: 40, credits: { used: 60 } })
  })

  it('26: keeps what a charge gives back after the refund, once, and no money comes of it', async () => {
    const bought = await onlyRecharge(1_000)
    const giveBack = await spend(bought.userId, 40)
    const { refundId } = await confirm(bought)
    await approveRefund(shop.ctx, { refundId, amountFen: 600, basis: 'wish', reason: '同意', actor: await finance() })
    await settle(refundId)
    expect(await shop.creditsOf(bought.userId)).toBe(0)
    await giveBack()
    await giveBack()
    expect(await shop.creditsOf(bought.userId)).toBe(40)
    expect(await shop.stand(bought)).toMatchObject({ status: 'partially_refunded', refunds: [{ amountFen: 600 }] })
  })

  it('27: is not credited again by a notice that repeats the payment', async () => {
    const bought = await onlyRecharge(1_000)
    await settle((await confirm(bought)).refundId)
    const body = shop.alipay.pay(bought.orderNo)
    await takeNotice(shop.ctx, { channel: 'alipay', raw: { body: new Uint8Array([...body, 32]), headers: {} } })
    expect(await shop.creditsOf(bought.userId)).toBe(0)
    expect((await shop.stand(bought)).refunds).toHaveLength(1)
  })

  it('is refunded while a second payment of it goes back, each on its own', async () => {
    const bought = await onlyRecharge(1_000)
    const body = shop.alipay.pay(bought.orderNo, { transactionId: `second-${bought.orderNo}` })
    const [refund, second] = await Promise.all([
      confirm(bought),
      takeNotice(shop.ctx, { channel: 'alipay', raw: { body, headers: {} } }),
    ])
    expect(second.refund).not.toBeNull()
    await settle(refund.refundId)
    await settle(second.refund?.refundId ?? '')
    expect(await shop.stand(bought)).toMatchObject({
      status: 'refunded',
      refunds: [{ status: 'succeeded' }, { status: 'succeeded' }],
    })
    expect(await shop.creditsOf(bought.userId)).toBe(0)
  })

  it('is refused by finance with a reason that its person reads, and nothing was taken', async () => {
    const bought = await onlyRecharge(1_000)
    await spend(bought.userId, 10)
    const { refundId } = await confirm(bought)
    await rejectRefund(shop.ctx, { refundId, reason: '已超过约定', actor: await finance() })
    expect(await shop.creditsOf(bought.userId)).toBe(90)
    expect(await shop.stand(bought)).toMatchObject({
      status: 'fulfilled',
      refunds: [{ status: 'rejected', decisionNote: '已超过约定' }],
    })
    expect(await quote(bought)).toMatchObject({ refusal: null, amountFen: 900 })
  })

  it('reserved by a process that died is found by the sweep; one that waits for finance is left alone', async () => {
    const reserved = await onlyRecharge(1_000)
    const waiting = await onlyRecharge(1_000)
    await spend(waiting.userId, 10)
    const [first, second] = [await confirm(reserved), await confirm(waiting)]
    const found = async () => (await findUnattended(shop.ctx)).refunds.map(({ refundId }) => refundId)
    expect(await found()).not.toContain(first.refundId)
    shop.domain.advance(31_000)
    expect(await found()).toContain(first.refundId)
    expect(await found()).not.toContain(second.refundId)
    expect(await advanceRefund(shop.ctx, second)).toEqual({ status: 'requested', isOver: false })
    expect(shop.alipay.refunds.get(await numberOf(second.refundId))).toBeUndefined()
  })

  it('is nobody else’s to quote or ask for, and an order that was not paid has nothing', async () => {
    const bought = await onlyRecharge(1_000)
    const stranger = { ...bought, userId: await shop.newPerson() }
    await expect(quote(stranger)).rejects.toMatchObject({ code: 'ORDER_NOT_FOUND' })
    await expect(confirmed(stranger, 1_000, 100)).rejects.toMatchObject({ code: 'ORDER_NOT_FOUND' })
  })
})

const confirmed = (bought: Bought, amountFen: number, takenCredits: number, requestKey = key()) =>
  requestRefund(shop.ctx, { ...bought, amountFen, takenCredits, requestKey })

describe('a membership', () => {
  /** A text that cost nothing because of it. */
  const cover = (userId: string) =>
    addGeneration({ ctx: shop.ctx, post: () => Promise.reject(new Error('it costs nothing')) }, userId, {
      status: 'succeeded',
      price: 0,
    })
  const periods = (userId: string) =>
    shop.ctx.prisma.membershipPeriod.findMany({ where: { userId }, orderBy: { startsAt: 'asc' } })

  it('30, 32: ends at once, and a year that was queued begins', async () => {
    const month = await shop.membership('month')
    const year = await shop.membership('year', month.userId)
    shop.domain.advance(day / 2)
    await cover(month.userId)
    const { amountFen, waitsFor, period } = await quote(month)
    expect({ waitsFor, usedDays: period?.usedDays }).toEqual({ waitsFor: 'used', usedDays: 1 })
    expect(amountFen).toBe(990 - Math.floor(990 / (period?.totalDays ?? 0)))
    const { refundId } = await confirm(month)
    expect((await periods(month.userId))[0]?.endsAt.getTime()).toBeGreaterThan(shop.ctx.clock.now().getTime())
    await approveRefund(shop.ctx, { refundId, amountFen, basis: 'wish', reason: '同意', actor: await finance() })
    const [cut, moved] = await periods(month.userId)
    expect(moved?.startsAt).toEqual(cut?.endsAt)
    expect(Math.abs((cut?.endsAt.getTime() ?? 0) - shop.ctx.clock.now().getTime())).toBeLessThan(60_000)
    const days = ((moved?.endsAt.getTime() ?? 0) - (moved?.startsAt.getTime() ?? 0)) / day
    expect([365, 366]).toContain(days)
    expect(await getMembership(shop.ctx, month.userId)).toEqual({
      isMember: true,
      endsAt: moved?.endsAt.toISOString(),
    })
    await settle(refundId)
    expect((await shop.stand(month)).status).toBe('partially_refunded')
    expect((await shop.stand(year)).status).toBe('fulfilled')
  })

  it('31: that has not begun comes back whole, and the running one is untouched', async () => {
    const month = await shop.membership('month')
    const year = await shop.membership('year', month.userId)
    const quarter = await shop.membership('quarter', month.userId)
    const before = await periods(month.userId)
    expect(await quote(year)).toMatchObject({ amountFen: 8_800, waitsFor: null, period: { usedDays: 0 } })
    const { refundId } = await confirm(year)
    const after = await periods(month.userId)
    expect(after).toHaveLength(2)
    expect(after[0]).toEqual(before[0])
    expect(after[1]?.startsAt).toEqual(before[0]?.endsAt)
    expect((await shop.stand(quarter)).period?.startsAt).toBe(before[0]?.endsAt.toISOString())
    await settle(refundId, 'failed')
    const times = (rows: typeof before) =>
      rows.map(({ startsAt, endsAt, sourceId }) => ({ startsAt, endsAt, sourceId }))
    expect(times(await periods(month.userId))).toEqual(times(before))
  })

  it('whose money did not go back lasts as long as it did, and what had moved up moves on', async () => {
    const month = await shop.membership('month')
    await shop.membership('year', month.userId)
    const before = await periods(month.userId)
    shop.domain.advance(day)
    const { refundId } = await confirm(month)
    expect((await periods(month.userId))[0]?.endsAt.getTime()).toBeLessThan(before[0]?.endsAt.getTime() ?? 0)
    shop.domain.advance(day)
    await settle(refundId, 'failed')
    const times = (rows: typeof before) => rows.map(({ startsAt, endsAt }) => ({ startsAt, endsAt }))
    expect(times(await periods(month.userId))).toEqual(times(before))
  })

  it('whose money did not go back makes up for the days without it', async () => {
    const month = await shop.membership('month')
    const [before] = await periods(month.userId)
    const { refundId } = await confirm(month)
    const [cut] = await periods(month.userId)
    expect((await getMembership(shop.ctx, month.userId)).isMember).toBe(false)
    shop.domain.advance(3 * day)
    await settle(refundId, 'failed')
    const [back] = await periods(month.userId)
    const lost = shop.ctx.clock.now().getTime() - (cut?.endsAt ?? before?.startsAt ?? new Date()).getTime()
    expect(Math.abs((back?.endsAt.getTime() ?? 0) - (before?.endsAt.getTime() ?? 0) - lost)).toBeLessThan(60_000)
    expect((await getMembership(shop.ctx, month.userId)).isMember).toBe(true)
  })

  it('takes no credits', async () => {
    const month = await shop.membership('month')
    const before = await shop.creditsOf(month.userId)
    const { refundId } = await confirm(month)
    await settle(refundId)
    expect(await shop.creditsOf(month.userId)).toBe(before)
    expect(await clawbacks(month.orderId)).toEqual([])
    expect((await shop.stand(month)).status).toBe('refunded')
  })
})
