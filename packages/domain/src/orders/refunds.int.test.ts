import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditLedger } from '../credits/audit-ledger.ts'
import { postEntry } from '../credits/post-entry.ts'
import { advanceRefund } from './advance-refund.ts'
import { approveRefund } from './decide-refund.ts'
import { findUnattended } from './find-unattended.ts'
import { requestRefund } from './request-refund.ts'
import { takeNotice } from './take-notice.ts'
import { refundActs } from './testing/refund-acts.ts'
import { openShop } from './testing/shop.ts'
import type { Shop } from './testing/shop.ts'

const key = () => crypto.randomUUID()
let shop: Shop
let acts: ReturnType<typeof refundActs>
beforeAll(async () => {
  shop = await openShop()
  acts = refundActs(shop)
})
afterAll(async () => {
  const { checks } = await auditLedger(shop.ctx)
  await shop.domain.close()
  expect(checks.filter(({ isPassed }) => !isPassed)).toEqual([])
})

describe('a recharge', () => {
  it('that nobody used comes back at once: credits first, then the money', async () => {
    const bought = await acts.onlyRecharge(10_000)
    expect(await acts.quote(bought)).toMatchObject({
      amountFen: 10_000,
      takenCredits: 1_000,
      refusal: null,
      waitsFor: null,
    })
    const { refundId, isReserved } = await acts.confirm(bought)
    expect(isReserved).toBe(true)
    expect(await shop.creditsOf(bought.userId)).toBe(0)
    expect(await acts.clawbacks(bought.orderId)).toEqual([{ kind: 'clawback_recharge', amount: -1_000 }])
    expect((await shop.stand(bought)).status).toBe('fulfilled')
    expect(await acts.settle(refundId)).toEqual({ status: 'succeeded', isOver: true })
    expect(await shop.stand(bought)).toMatchObject({
      status: 'refunded',
      refunds: [{ status: 'succeeded', amountFen: 10_000, takenCredits: 1_000 }],
    })
    await expect(
      requestRefund(shop.ctx, { ...bought, amountFen: 1, takenCredits: 0, requestKey: key() }),
    ).rejects.toMatchObject({ code: 'REFUND_NOTHING_LEFT' })
  })

  it('18: used beyond what was paid is refused with the reason', async () => {
    const bought = await acts.onlyRecharge(10_000)
    await shop.ctx.prisma.order.update({
      where: { id: bought.orderId },
      data: { payableFen: 9_000, offerDiscountFen: 1_000 },
    })
    await shop.ctx.prisma.payment.updateMany({ where: { orderId: bought.orderId }, data: { amountFen: 9_000 } })
    await acts.spend(bought.userId, 950)
    expect(await acts.quote(bought)).toMatchObject({
      amountFen: 0,
      refusal: 'nothing_left',
      credits: { given: 1_000, used: 950, usedFen: 9_500 },
    })
    await expect(acts.confirmed(bought, 100, 50)).rejects.toMatchObject({ code: 'REFUND_NOTHING_LEFT' })
    expect(await shop.creditsOf(bought.userId)).toBe(50)
  })

  it('19: used between quote and confirmation is refused, and nothing is done', async () => {
    const bought = await acts.onlyRecharge(10_000)
    const { amountFen, takenCredits } = await acts.quote(bought)
    await acts.spend(bought.userId, 10)
    await expect(acts.confirmed(bought, amountFen, takenCredits)).rejects.toMatchObject({
      code: 'REFUND_QUOTE_CHANGED',
    })
    expect(await shop.creditsOf(bought.userId)).toBe(990)
    expect((await shop.stand(bought)).refunds).toEqual([])
  })

  it('20: asked for twenty times at once is one refund; the same press again is the same', async () => {
    const bought = await acts.onlyRecharge(10_000)
    const requestKey = key()
    const presses = await Promise.allSettled([
      ...Array.from({ length: 10 }, () => acts.confirmed(bought, 10_000, 1_000, requestKey)),
      ...Array.from({ length: 10 }, () => acts.confirmed(bought, 10_000, 1_000)),
    ])
    const made = presses.flatMap((press) => (press.status === 'fulfilled' ? [press.value.refundId] : []))
    expect(new Set(made).size).toBe(1)
    expect((await shop.stand(bought)).refunds).toHaveLength(1)
    for (const press of presses)
      if (press.status === 'rejected') expect(press.reason).toMatchObject({ code: 'REFUND_IN_FLIGHT' })
    expect(await acts.clawbacks(bought.orderId)).toHaveLength(1)
    expect(await shop.creditsOf(bought.userId)).toBe(0)
  })

  it('and charges at the same moment never take more than there is', async () => {
    const bought = await acts.onlyRecharge(1_000)
    const outcomes = await Promise.allSettled([
      acts.confirmed(bought, 1_000, 100),
      ...Array.from({ length: 8 }, () => acts.spend(bought.userId, 20)),
    ])
    const [refund] = outcomes
    const spent = 20 * outcomes.slice(1).filter(({ status }) => status === 'fulfilled').length
    if (refund?.status === 'fulfilled') expect(spent).toBe(0)
    else expect(spent).toBe(100)
    expect(await shop.creditsOf(bought.userId)).toBe(0)
  })

  it('21: whose channel is silent and then has done it goes back once', async () => {
    const bought = await acts.onlyRecharge(1_000)
    const { refundId } = await acts.confirm(bought)
    shop.alipay.before('refund', () => Promise.reject(new Error('timeout')))
    await expect(advanceRefund(shop.ctx, { refundId })).rejects.toThrow('timeout')
    await acts.settle(refundId)
    expect(shop.alipay.refunds.get(await acts.numberOf(refundId))).toMatchObject({ refundFen: 1_000, asked: 1 })
    expect((await shop.stand(bought)).status).toBe('refunded')
  })

  it('22: that the channel refuses gives the credits again, once, and may be asked for anew', async () => {
    const bought = await acts.onlyRecharge(1_000)
    const { refundId } = await acts.confirm(bought)
    const ends = await acts.settle(refundId, 'failed')
    expect(ends).toEqual({ status: 'failed', isOver: true })
    expect(await advanceRefund(shop.ctx, { refundId })).toEqual({ status: 'failed', isOver: true })
    expect(await shop.creditsOf(bought.userId)).toBe(100)
    expect(await shop.stand(bought)).toMatchObject({ status: 'fulfilled', abnormalReason: 'refund_abnormal' })
    expect(await acts.clawbacks(bought.orderId)).toEqual([
      { kind: 'clawback_recharge', amount: -100 },
      { kind: 'clawback_recharge', amount: 100 },
    ])
    const again = await acts.confirm(bought)
    await acts.settle(again.refundId)
    expect((await shop.stand(bought)).status).toBe('refunded')
    expect(await shop.creditsOf(bought.userId)).toBe(0)
  })

  it('H 7: whose money nobody knows of stays taken, and a person looks', async () => {
    const bought = await acts.onlyRecharge(1_000)
    const { refundId } = await acts.confirm(bought)
    await acts.settle(refundId, 'abnormal')
    expect(await shop.creditsOf(bought.userId)).toBe(0)
    expect(await acts.quote(bought)).toMatchObject({ refusal: 'in_flight' })
    expect((await shop.stand(bought)).abnormalReason).toBe('refund_abnormal')
  })

  it('24, H 7: sent back in the channel’s own console is found by its notice, once, and leaves a debt where it was used', async () => {
    const bought = await acts.onlyRecharge(1_000)
    await acts.spend(bought.userId, 40)
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
    await acts.spend(userId, had)
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
    expect(await acts.quote(bought)).toMatchObject({ amountFen: 400, takenCredits: 40, credits: { used: 60 } })
  })

  it('26: keeps what a charge gives back after the refund, once, and no money comes of it', async () => {
    const bought = await acts.onlyRecharge(1_000)
    const giveBack = await acts.spend(bought.userId, 40)
    const { refundId } = await acts.confirm(bought)
    await approveRefund(shop.ctx, {
      refundId,
      amountFen: 600,
      basis: 'wish',
      reason: '同意',
      actor: await acts.finance(),
    })
    await acts.settle(refundId)
    expect(await shop.creditsOf(bought.userId)).toBe(0)
    await giveBack()
    await giveBack()
    expect(await shop.creditsOf(bought.userId)).toBe(40)
    expect(await shop.stand(bought)).toMatchObject({ status: 'partially_refunded', refunds: [{ amountFen: 600 }] })
  })

  it('27, H 5: is not credited again by a notice that repeats the payment', async () => {
    const bought = await acts.onlyRecharge(1_000)
    await acts.settle((await acts.confirm(bought)).refundId)
    const body = shop.alipay.pay(bought.orderNo)
    await takeNotice(shop.ctx, { channel: 'alipay', raw: { body: new Uint8Array([...body, 32]), headers: {} } })
    expect(await shop.creditsOf(bought.userId)).toBe(0)
    expect((await shop.stand(bought)).refunds).toHaveLength(1)
  })

  it('is refunded while a second payment of it goes back, each on its own', async () => {
    const bought = await acts.onlyRecharge(1_000)
    const body = shop.alipay.pay(bought.orderNo, { transactionId: `second-${bought.orderNo}` })
    const [refund, second] = await Promise.all([
      acts.confirm(bought),
      takeNotice(shop.ctx, { channel: 'alipay', raw: { body, headers: {} } }),
    ])
    expect(second.refund).not.toBeNull()
    await acts.settle(refund.refundId)
    await acts.settle(second.refund?.refundId ?? '')
    expect(await shop.stand(bought)).toMatchObject({
      status: 'refunded',
      refunds: [{ status: 'succeeded' }, { status: 'succeeded' }],
    })
    expect(await shop.creditsOf(bought.userId)).toBe(0)
  })

  it('reserved by a process that died is found by the sweep; one that waits for finance is left alone', async () => {
    const reserved = await acts.onlyRecharge(1_000)
    const waiting = await acts.onlyRecharge(1_000)
    await acts.spend(waiting.userId, 10)
    const [first, second] = [await acts.confirm(reserved), await acts.confirm(waiting)]
    const found = async () => (await findUnattended(shop.ctx)).refunds.map(({ refundId }) => refundId)
    expect(await found()).not.toContain(first.refundId)
    shop.domain.advance(31_000)
    expect(await found()).toContain(first.refundId)
    expect(await found()).not.toContain(second.refundId)
    expect(await advanceRefund(shop.ctx, second)).toEqual({ status: 'requested', isOver: false })
    expect(shop.alipay.refunds.get(await acts.numberOf(second.refundId))).toBeUndefined()
  })

  it('is nobody else’s to quote or ask for, and an order that was not paid has nothing', async () => {
    const bought = await acts.onlyRecharge(1_000)
    const stranger = { ...bought, userId: await shop.newPerson() }
    await expect(acts.quote(stranger)).rejects.toMatchObject({ code: 'ORDER_NOT_FOUND' })
    await expect(acts.confirmed(stranger, 1_000, 100)).rejects.toMatchObject({ code: 'ORDER_NOT_FOUND' })
  })
})
