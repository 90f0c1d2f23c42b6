import { renewalTextVersion } from '@mozhou/contracts/renewals/consent-text'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { getMembership } from '../../memberships/get-membership.ts'
import { listNotifications } from '../../notifications/list-notifications.ts'
import { remindMembers } from '../remind-members.ts'
import { standardBenefits } from '../../testing/standard-benefits.ts'
import type { Shop } from '../testing/shop.ts'
import { cancelRenewal } from './cancel-renewal.ts'
import { updatePlan } from '../update-plan.ts'
import { sweepRenewals } from './sweep-renewals.ts'
import type { FakeAgreements } from './testing/fake-agreements.ts'
import { day, hour, minute, openRenewals } from './testing/renewal-acts.ts'
import type { RenewalActs } from './testing/renewal-acts.ts'

let shop: Shop
let agreements: FakeAgreements
let acts: RenewalActs
beforeAll(async () => {
  const room = await openRenewals()
  shop = room.shop
  agreements = room.agreements
  acts = room.acts
})
afterAll(() => shop.domain.close())
beforeEach(() => acts.forget())

describe('a consent', () => {
  it('is on when it is signed at the channel, once however often that is told', async () => {
    const { userId } = await shop.membership('month')
    const { renewal, signUrl } = await acts.agree(userId)
    expect(renewal).toMatchObject({ status: 'signing', priceFen: 990, textVersion: renewalTextVersion })
    expect(signUrl).toContain('https://sign.test/MZR')
    expect((await acts.agree(userId)).signUrl).toBe(signUrl)
    const externalNo = await acts.sign(userId)
    await Promise.all([acts.sign(userId), acts.sign(userId)])
    const { current } = await acts.mine(userId)
    const end = await acts.endOf(userId)
    expect(current).toMatchObject({
      status: 'active',
      plan: { months: 1 },
      nextCharge: { amountFen: 990 },
      isCharging: false,
    })
    const at = new Date(current?.nextCharge?.at ?? 0).getTime()
    expect(end.getTime() - at).toBeGreaterThanOrEqual(3 * day)
    expect(end.getTime() - at).toBeLessThan(8 * day)
    expect(await acts.told(userId)).toEqual(['renewal_started'])
    expect(agreements.all.get(externalNo)?.terms).toMatchObject({ mostFen: 990, months: 1, externalNo })
    await expect(acts.agree(userId)).rejects.toMatchObject({ code: 'RENEWAL_ACTIVE' })
  })

  it('is refused to whom it could not be announced, for other terms, and where no channel has it', async () => {
    const stranger = await shop.newPerson()
    await expect(acts.agree(stranger)).rejects.toMatchObject({ code: 'RENEWAL_NEEDS_MEMBERSHIP' })
    const { userId } = await shop.membership('month')
    await expect(acts.agree(userId, { priceFen: 989 })).rejects.toMatchObject({ code: 'RENEWAL_TERMS_CHANGED' })
    await expect(acts.agree(userId, { textVersion: '2020' })).rejects.toMatchObject({ code: 'RENEWAL_TERMS_CHANGED' })
    await expect(acts.agree(userId, { channel: 'wechat' })).rejects.toMatchObject({ code: 'CHANNEL_NOT_OFFERED' })
    agreements.isOffered = false
    await expect(acts.agree(userId)).rejects.toMatchObject({ code: 'CHANNEL_NOT_OFFERED' })
    agreements.isOffered = true
    shop.domain.advance((await acts.endOf(userId)).getTime() - 5 * day - shop.ctx.clock.now().getTime())
    expect((await acts.mine(userId)).obstacle).toBe('too_late')
    await expect(acts.agree(userId)).rejects.toMatchObject({ code: 'RENEWAL_TOO_LATE' })
  })

  it('that was given up and is signed after all is ended at the channel', async () => {
    const { userId } = await shop.membership('month')
    await acts.agree(userId)
    const externalNo = await acts.externalNoOf(userId)
    shop.domain.advance(25 * hour)
    await sweepRenewals(shop.ctx)
    expect((await acts.mine(userId)).current).toBeNull()
    await acts.sign(userId)
    expect((await acts.mine(userId)).current).toBeNull()
    shop.domain.advance(5 * minute)
    await sweepRenewals(shop.ctx)
    expect(agreements.all.get(externalNo)?.state).toBe('ended')
  })

  it('whose notice was lost is found by asking', async () => {
    const { userId } = await shop.membership('month')
    await acts.agree(userId)
    const played = agreements.all.get(await acts.externalNoOf(userId))
    if (played) played.state = 'active'
    shop.domain.advance(25 * hour)
    await sweepRenewals(shop.ctx)
    expect((await acts.mine(userId)).current).toMatchObject({ status: 'active' })
  })
})

describe('a renewal', () => {
  it('is announced five days and one day before, each once, then charged once, and nothing is missing between', async () => {
    const { userId } = await acts.renewing()
    const end = await acts.endOf(userId)
    await acts.until(userId, 10 * day)
    expect(await acts.told(userId)).toEqual(['renewal_started'])
    await acts.liveThrough(9)
    expect(await acts.told(userId)).toEqual(['renewal_started', 5, 1])
    expect(agreements.asked).toHaveLength(1)
    expect(await acts.renewalOrders(userId)).toEqual(['fulfilled'])
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
    expect((await acts.mine(userId)).current).toMatchObject({
      status: 'active',
      charges: [{ status: 'fulfilled', tries: 1 }],
    })
  })

  it('37: brings no less than was agreed to, and what the plan brings better since', async () => {
    const { userId } = await acts.renewing()
    const { planId } = await acts.month()
    const { version } = await shop.ctx.prisma.plan.findUniqueOrThrow({ where: { id: planId } })
    const benefits = { ...standardBenefits, dailyLimit: 100, concurrency: 9, earlyFeatures: false }
    const actor = { userId, requestId: 'test' }
    await updatePlan(shop.ctx, { planId, version, changes: { benefits }, actor })
    await acts.until(userId, 10 * day)
    await acts.liveThrough(9)
    await updatePlan(shop.ctx, { planId, version: version + 1, changes: { benefits: standardBenefits }, actor })
    const periods = await shop.ctx.prisma.membershipPeriod.findMany({ where: { userId }, orderBy: { startsAt: 'asc' } })
    expect(periods.map((period) => period.benefits)).toEqual([
      standardBenefits,
      { ...standardBenefits, concurrency: 9 },
    ])
  })

  it('goes on for months without anybody doing anything', async () => {
    const { userId } = await acts.renewing()
    for (let months = 0; months < 4; months += 1) {
      await acts.until(userId, 10 * day)
      await acts.liveThrough(9, 12)
    }
    expect(new Set(agreements.asked).size).toBe(4)
    expect(await acts.renewalOrders(userId)).toEqual(Array.from({ length: 4 }, () => 'fulfilled'))
    expect(agreements.postponed).toEqual([])
  })

  it('is charged once by two sweeps at the same time', async () => {
    const { userId } = await acts.renewing()
    await acts.until(userId, 9 * day)
    for (let hours = 0; hours < 8 * 24; hours += 4) {
      await Promise.all([sweepRenewals(shop.ctx), sweepRenewals(shop.ctx), sweepRenewals(shop.ctx)])
      shop.domain.advance(4 * hour)
    }
    expect(agreements.asked).toHaveLength(1)
    expect(await acts.told(userId)).toEqual(['renewal_started', 5, 1])
    expect(await shop.ctx.prisma.membershipPeriod.count({ where: { userId } })).toBe(2)
  })

  it('is not spoken of as an end: 7, 3, 1 are told to whom nobody renews', async () => {
    const { userId } = await acts.renewing()
    for (const days of [6.9, 2.9, 0.9]) {
      shop.domain.advance((await acts.endOf(userId)).getTime() - days * day - shop.ctx.clock.now().getTime())
      await remindMembers(shop.ctx)
    }
    const kinds = async () => (await listNotifications(shop.ctx, { userId, limit: 50 })).items.map(({ kind }) => kind)
    expect(await kinds()).not.toContain('membership_ending')
    await cancelRenewal(shop.ctx, { userId })
    await remindMembers(shop.ctx)
    expect(await kinds()).toContain('membership_ending')
  })

  it('33: that its person renewed by hand one second before the end has no gap and no second word of an end', async () => {
    const { userId } = await acts.renewing()
    agreements.moods = ['payer_short', 'payer_short', 'payer_short']
    await acts.until(userId, 10 * day)
    await acts.liveThrough(9)
    const end = await acts.endOf(userId)
    shop.domain.advance(end.getTime() - 1_000 - shop.ctx.clock.now().getTime())
    await shop.membership('month', userId)
    shop.domain.advance(2_000)
    await remindMembers(shop.ctx)
    const kinds = (await listNotifications(shop.ctx, { userId, limit: 50 })).items.map(({ kind }) => kind)
    expect(kinds).not.toContain('membership_ended')
    expect((await getMembership(shop.ctx, userId)).isMember).toBe(true)
  })
})
