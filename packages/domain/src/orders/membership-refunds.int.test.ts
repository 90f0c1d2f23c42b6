import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditLedger } from '../credits/audit-ledger.ts'
import { addGeneration } from '../credits/testing/add-generation.ts'
import { getMembership } from '../memberships/get-membership.ts'
import { approveRefund } from './decide-refund.ts'
import { refundActs } from './testing/refund-acts.ts'
import { standardBenefits } from '../testing/standard-benefits.ts'
import { openShop } from './testing/shop.ts'
import type { Shop } from './testing/shop.ts'

const day = 86_400_000
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
    const { amountFen, waitsFor, period } = await acts.quote(month)
    expect({ waitsFor, usedDays: period?.usedDays }).toEqual({ waitsFor: 'used', usedDays: 1 })
    expect(amountFen).toBe(990 - Math.floor(990 / (period?.totalDays ?? 0)))
    const { refundId } = await acts.confirm(month)
    expect((await periods(month.userId))[0]?.endsAt.getTime()).toBeGreaterThan(shop.ctx.clock.now().getTime())
    await approveRefund(shop.ctx, { refundId, amountFen, basis: 'wish', reason: '同意', actor: await acts.finance() })
    const [cut, moved] = await periods(month.userId)
    expect(moved?.startsAt).toEqual(cut?.endsAt)
    expect(Math.abs((cut?.endsAt.getTime() ?? 0) - shop.ctx.clock.now().getTime())).toBeLessThan(60_000)
    const days = ((moved?.endsAt.getTime() ?? 0) - (moved?.startsAt.getTime() ?? 0)) / day
    expect([365, 366]).toContain(days)
    expect(await getMembership(shop.ctx, month.userId)).toEqual({
      isMember: true,
      endsAt: moved?.endsAt.toISOString(),
      benefits: standardBenefits,
    })
    await acts.settle(refundId)
    expect((await shop.stand(month)).status).toBe('partially_refunded')
    expect((await shop.stand(year)).status).toBe('fulfilled')
  })

  it('31: that has not begun comes back whole, and the running one is untouched', async () => {
    const month = await shop.membership('month')
    const year = await shop.membership('year', month.userId)
    const quarter = await shop.membership('quarter', month.userId)
    const before = await periods(month.userId)
    expect(await acts.quote(year)).toMatchObject({ amountFen: 8_800, waitsFor: null, period: { usedDays: 0 } })
    const { refundId } = await acts.confirm(year)
    const after = await periods(month.userId)
    expect(after).toHaveLength(2)
    expect(after[0]).toEqual(before[0])
    expect(after[1]?.startsAt).toEqual(before[0]?.endsAt)
    expect((await shop.stand(quarter)).period?.startsAt).toBe(before[0]?.endsAt.toISOString())
    await acts.settle(refundId, 'failed')
    const times = (rows: typeof before) =>
      rows.map(({ startsAt, endsAt, sourceId }) => ({ startsAt, endsAt, sourceId }))
    expect(times(await periods(month.userId))).toEqual(times(before))
  })

  it('whose money did not go back lasts as long as it did, and what had moved up moves on', async () => {
    const month = await shop.membership('month')
    await shop.membership('year', month.userId)
    const before = await periods(month.userId)
    shop.domain.advance(day)
    const { refundId } = await acts.confirm(month)
    expect((await periods(month.userId))[0]?.endsAt.getTime()).toBeLessThan(before[0]?.endsAt.getTime() ?? 0)
    shop.domain.advance(day)
    await acts.settle(refundId, 'failed')
    const times = (rows: typeof before) => rows.map(({ startsAt, endsAt }) => ({ startsAt, endsAt }))
    expect(times(await periods(month.userId))).toEqual(times(before))
  })

  it('whose money did not go back makes up for the days without it', async () => {
    const month = await shop.membership('month')
    const [before] = await periods(month.userId)
    const { refundId } = await acts.confirm(month)
    const [cut] = await periods(month.userId)
    expect((await getMembership(shop.ctx, month.userId)).isMember).toBe(false)
    shop.domain.advance(3 * day)
    await acts.settle(refundId, 'failed')
    const [back] = await periods(month.userId)
    const lost = shop.ctx.clock.now().getTime() - (cut?.endsAt ?? before?.startsAt ?? new Date()).getTime()
    expect(Math.abs((back?.endsAt.getTime() ?? 0) - (before?.endsAt.getTime() ?? 0) - lost)).toBeLessThan(60_000)
    expect((await getMembership(shop.ctx, month.userId)).isMember).toBe(true)
  })

  it('takes no credits', async () => {
    const month = await shop.membership('month')
    const before = await shop.creditsOf(month.userId)
    const { refundId } = await acts.confirm(month)
    await acts.settle(refundId)
    expect(await shop.creditsOf(month.userId)).toBe(before)
    expect(await acts.clawbacks(month.orderId)).toEqual([])
    expect((await shop.stand(month)).status).toBe('refunded')
  })

  it('30: by the list costs what its months would have cost, by the price and the setting of the day it was ordered', async () => {
    const { settings } = shop.ctx
    const userId = await shop.newPerson()
    try {
      settings.proration = 'list'
      const year = await shop.membership('year', userId)
      settings.proration = 'linear'
      await shop.ctx.prisma.plan.updateMany({ where: { months: 1 }, data: { priceFen: 1_990 } })
      shop.domain.advance(40 * day)
      const quote = await acts.quote(year)
      expect(quote).toMatchObject({ waitsFor: 'late', period: { usedDays: 41, monthFen: 990 } })
      // More than a month and less than two, by the month's own days.
      const usedFen = 8_800 - quote.amountFen
      expect(usedFen).toBeGreaterThan(990 + Math.floor((990 * 10) / 31) - 1)
      expect(usedFen).toBeLessThan(990 + Math.ceil((990 * 13) / 28) + 1)
      const month = await shop.membership('month', await shop.newPerson())
      expect((await acts.quote(month)).period?.monthFen).toBeNull()
    } finally {
      settings.proration = 'linear'
      await shop.ctx.prisma.plan.updateMany({ where: { months: 1 }, data: { priceFen: 990 } })
    }
  })
})
