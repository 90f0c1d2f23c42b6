import { termsVersion } from '@mozhou/contracts/accounts/terms'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { standardBenefits } from '../../testing/standard-benefits.ts'
import type { Shop } from '../testing/shop.ts'
import { startRenewal } from './start-renewal.ts'
import { sweepRenewals } from './sweep-renewals.ts'
import type { FakeAgreements } from './testing/fake-agreements.ts'
import { day, hour, openRenewals } from './testing/renewal-acts.ts'
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
beforeEach(() => acts.forget())
afterAll(() => shop.domain.close())

const statusesOf = async (ids: readonly string[]) => {
  const rows = await shop.ctx.prisma.renewal.findMany({ where: { id: { in: [...ids] } }, orderBy: { id: 'asc' } })
  return rows.map(({ status }) => status)
}

describe('however many fail, the sweep comes to everybody', () => {
  it('who has not signed', async () => {
    const ids: string[] = []
    for (let count = 0; count < 3; count += 1) {
      const { userId } = await shop.membership('month')
      await acts.agree(userId)
      ids.push((await shop.ctx.prisma.renewal.findFirstOrThrow({ where: { userId } })).id)
    }
    const failing = await shop.ctx.prisma.renewal.findMany({
      where: { id: { in: ids } },
      orderBy: { id: 'asc' },
      take: 1,
    })
    const { query } = agreements
    agreements.query = (asked) =>
      failing.some(({ externalNo }) => externalNo === asked.externalNo)
        ? Promise.reject(new Error('away'))
        : query(asked)
    shop.domain.advance(25 * hour)
    await sweepRenewals(shop.ctx, { pageSize: 1 })
    agreements.query = query
    expect(await statusesOf(ids)).toEqual(['signing', 'ended', 'ended'])
  })

  it('whose agreement is still open at the channel', async () => {
    const all: string[] = []
    for (let count = 0; count < 3; count += 1) {
      const { userId } = await acts.renewing()
      all.push((await shop.ctx.prisma.renewal.findFirstOrThrow({ where: { userId } })).id)
    }
    const now = shop.ctx.clock.now()
    await shop.ctx.prisma.renewal.updateMany({
      where: { id: { in: all } },
      data: { status: 'cancelled', endedAt: now },
    })
    shop.domain.advance(hour)
    const { cancel } = agreements
    const failing = await shop.ctx.prisma.renewal.findFirstOrThrow({
      where: { id: { in: all } },
      orderBy: { id: 'asc' },
    })
    agreements.cancel = (agreement) =>
      agreement.externalNo === failing.externalNo ? Promise.reject(new Error('away')) : cancel(agreement)
    const open = () => shop.ctx.prisma.renewal.count({ where: { id: { in: all }, channelEndedAt: null } })
    expect(await sweepRenewals(shop.ctx, { pageSize: 1 })).toMatchObject({ failed: 1 })
    expect(await open()).toBe(1)
    agreements.cancel = cancel
    expect(await sweepRenewals(shop.ctx, { pageSize: 1 })).toMatchObject({ failed: 0 })
    expect(await open()).toBe(0)
  })

  it('whose order is still open', async () => {
    const { userId } = await shop.membership('month')
    const { planId } = await acts.month()
    const orderIds: string[] = []
    for (let count = 0; count < 3; count += 1) orderIds.push(await endedBetweenTries(userId, planId))
    shop.alipay.before('query', () => Promise.reject(new Error('away')))
    expect(await sweepRenewals(shop.ctx, { pageSize: 1 })).toMatchObject({ failed: 1 })
    const open = await shop.ctx.prisma.order.count({ where: { id: { in: orderIds }, status: 'pending' } })
    expect(open).toBe(1)
  })
})

/** A renewal that ended while its order could have been tried again. */
async function endedBetweenTries(userId: string, planId: string): Promise<string> {
  const { prisma, newId } = shop.ctx
  const now = shop.ctx.clock.now()
  const [renewalId, orderId] = [newId(), newId()]
  const same = { userId, planId, priceFen: 990, createdAt: now }
  await prisma.renewal.create({
    data: {
      ...same,
      id: renewalId,
      channel: 'alipay',
      months: 1,
      benefits: standardBenefits,
      textVersion: '2026-11-30',
      status: 'cancelled',
      externalNo: `MZR${renewalId}`,
      isSandbox: true,
      nextDay: now,
      endedAt: now,
      channelEndedAt: now,
    },
  })
  await prisma.order.create({
    data: {
      ...same,
      id: orderId,
      orderNo: orderId.replaceAll('-', '').toUpperCase(),
      kind: 'membership',
      payableFen: 990,
      planKey: 'month',
      planName: '月度会员',
      planMonths: 1,
      planBenefits: standardBenefits,
      requestKey: newId(),
      requestFingerprint: new Uint8Array(32),
      expiresAt: new Date(now.getTime() + day),
      starts: { create: { channel: 'alipay', way: 'agreement', isSandbox: true, createdAt: now } },
    },
  })
  const charge = { id: newId(), renewalId, orderId, periodEndsAt: now, amountFen: 990, firstTryAt: now, tries: 1 }
  await prisma.renewalCharge.create({ data: { ...charge, announcedAt: now, triedAt: now, outcome: 'refused' } })
  return orderId
}

it('69: an order of a renewal is made under the terms that its person had accepted, and without them nobody agrees', async () => {
  const { userId } = await acts.renewing()
  await acts.until(userId, 10 * day)
  await acts.liveThrough(9)
  const order = await shop.ctx.prisma.order.findFirstOrThrow({ where: { userId, renewalCharge: { isNot: null } } })
  expect(order).toMatchObject({ status: 'fulfilled', acceptedTerms: termsVersion })
  const { userId: behind } = await shop.membership('month')
  await shop.ctx.prisma.consent.updateMany({ where: { userId: behind }, data: { version: '2020-01-01' } })
  await expect(acts.agree(behind)).rejects.toMatchObject({ code: 'TERMS_NOT_ACCEPTED' })
})

it('a channel that gives no address to sign at is written down, with what it said', async () => {
  const { userId } = await shop.membership('month')
  const said = new Error('the channel is being mended')
  const { signUrl } = agreements
  agreements.signUrl = () => Promise.reject(said)
  const log = shop.ctx.log.child({})
  const warnings: unknown[] = []
  log.warn = (told: unknown) => void warnings.push(told)
  const { planId, priceFen } = await acts.month()
  const agreeing = startRenewal(
    { ...shop.ctx, log },
    {
      userId,
      planId,
      priceFen,
      channel: 'alipay',
      textVersion: '2026-11-30',
      isAgreed: true,
      isOnPhone: false,
      returnUrl: null,
    },
  )
  await expect(agreeing).rejects.toMatchObject({ code: 'CHANNEL_UNAVAILABLE' })
  agreements.signUrl = signUrl
  expect(warnings).toMatchObject([{ err: said, channel: 'alipay' }])
})
