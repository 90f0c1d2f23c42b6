import { AppError } from '@mozhou/contracts/errors'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Prisma } from '@mozhou/db/client'
import { inTransaction } from '../transaction.ts'
import { claimCoupon } from './claim-coupon.ts'
import { giveToMany } from './give-to-many.ts'
import { listClaimable } from './read-offer.ts'
import { openCouponShop } from './testing/coupon-shop.ts'
import type { CouponShop } from './testing/coupon-shop.ts'
import { fillPeopleStatement, manyPeople } from './testing/fill-people.ts'
import { updateCoupon } from './update-coupon.ts'

let shop: CouponShop
beforeAll(async () => {
  shop = await openCouponShop()
  await shop.ctx.prisma.$executeRawUnsafe(fillPeopleStatement(1_000))
})
afterAll(() => shop.domain.close())

const outcomeOf = (claim: Promise<unknown>) =>
  claim.then(
    () => 'claimed',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  )
/** Until somebody in this database waits for another's lock. */
async function waitingForLock(): Promise<void> {
  for (;;) {
    const waiting = await shop.ctx.prisma.$queryRaw<unknown[]>`
      SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
    if (waiting.length > 0) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
const count = (outcomes: readonly string[], outcome: string) => outcomes.filter((each) => each === outcome).length

describe('claiming at once', () => {
  it('waits for an issue to the same person where that has begun, and for nothing of theirs: neither holds what the other needs', async () => {
    const couponId = await shop.coupon({ isClaimable: true })
    const [userId = ''] = manyPeople(1)
    const issueId = shop.ctx.newId()
    const issue = {
      id: issueId,
      couponId,
      requestKey: crypto.randomUUID(),
      note: 'x',
      actorId: shop.actor.userId,
      total: 1,
    }
    await shop.ctx.prisma.couponIssue.create({ data: { ...issue, status: 'running', createdAt: shop.ctx.clock.now() } })
    let claimed: Promise<string> = Promise.resolve('')
    const given = await inTransaction(shop.ctx, async (tx) => {
      const people = Prisma.sql`SELECT ${userId}::uuid AS id, true AS is_open`
      const batch = await giveToMany(tx, { couponId, issueId, source: 'bulk', people })
      claimed = outcomeOf(claimCoupon(shop.ctx, { couponId, userId, requestKey: crypto.randomUUID() }))
      await waitingForLock()
      // Whatever else the issue does with its coupon: the claim holds none of it.
      await tx.prisma.coupon.update({
        where: { id: couponId },
        data: { updatedAt: tx.clock.now() },
        select: { id: true },
      })
      return batch.given
    })
    expect(given).toEqual([userId])
    expect(await claimed).toBe('COUPON_LIMIT_REACHED')
    expect(await shop.issuedOf(couponId)).toBe(1)
  })

  it.each([
    ['scenario 38: 50 claims on 10', 50, 10],
    ['1,000 claims on 100', 1_000, 100],
  ])('%s give exactly as many as there are', async (_, claims, total) => {
    const couponId = await shop.coupon({ totalLimit: total })
    const people = manyPeople(claims)
    const claim = (press: { userId: string; requestKey: string }): Promise<unknown> =>
      claimCoupon(shop.ctx, { couponId, ...press }).catch((error: unknown) => {
        // A thousand callers wait longer for a connection than the pool lets them; the key makes asking again safe.
        if (error instanceof Error && error.message.includes('timeout exceeded')) return claim(press)
        throw error
      })
    const outcomes = await Promise.all(
      people.map((userId) => outcomeOf(claim({ userId, requestKey: crypto.randomUUID() }))),
    )
    expect({ claimed: count(outcomes, 'claimed'), refused: count(outcomes, 'COUPON_SOLD_OUT') }).toEqual({
      claimed: total,
      refused: claims - total,
    })
    expect(await shop.issuedOf(couponId)).toBe(total)
    expect(await shop.ctx.prisma.userCoupon.count({ where: { couponId } })).toBe(total)
  })

  it('gives one person no more than each may have, and all of those', async () => {
    const couponId = await shop.coupon({ perPersonLimit: 2 })
    const userId = await shop.newPerson()
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => outcomeOf(shop.claim(couponId, userId))))
    // Those that gave up between two who were quicker may come again; nobody has a third.
    while (count(outcomes, 'claimed') < 2) outcomes.push(await outcomeOf(shop.claim(couponId, userId)))
    expect(await outcomeOf(shop.claim(couponId, userId))).toBe('COUPON_LIMIT_REACHED')
    expect(await shop.issuedOf(couponId)).toBe(2)
    const rows = await shop.ctx.prisma.userCoupon.findMany({ where: { couponId }, orderBy: { ordinal: 'asc' } })
    expect(rows.map(({ ordinal }) => ordinal)).toEqual([1, 2])
  })

  it('gives one coupon for one press, however often it arrives', async () => {
    const couponId = await shop.coupon({ perPersonLimit: 5 })
    const userId = await shop.newPerson()
    const requestKey = crypto.randomUUID()
    const press = () => claimCoupon(shop.ctx, { couponId, userId, requestKey })
    const given = await Promise.all([press(), press(), press()])
    expect(new Set([...given, await press()].map(({ id }) => id)).size).toBe(1)
    expect(await shop.issuedOf(couponId)).toBe(1)
  })
})

describe('who may claim', () => {
  it('is who it is for, while it is given', async () => {
    const userId = await shop.newPerson()
    const forNew = await shop.coupon({ audience: { kind: 'new', days: 7 } })
    const forMembers = await shop.coupon({ audience: { kind: 'members' } })
    const issuedOnly = await shop.coupon({ isClaimable: false })
    expect(await outcomeOf(shop.claim(forMembers, userId))).toBe('COUPON_NOT_FOR_YOU')
    expect(await outcomeOf(shop.claim(issuedOnly, userId))).toBe('COUPON_NOT_CLAIMABLE')
    expect(await outcomeOf(shop.claim(shop.ctx.newId(), userId))).toBe('COUPON_NOT_FOUND')
    const offered = (await listClaimable(shop.ctx, { userId })).map(({ id }) => id.slice(4))
    expect(offered).toContain(forNew.replaceAll('-', ''))
    expect(offered).not.toContain(forMembers.replaceAll('-', ''))
    expect(await outcomeOf(shop.claim(forNew, userId))).toBe('claimed')
    await shop.membership('month', userId)
    expect(await outcomeOf(shop.claim(forMembers, userId))).toBe('claimed')
  })

  it('is nobody while it is paused, and nobody once it has ended', async () => {
    const couponId = await shop.coupon()
    const userId = await shop.newPerson()
    const { actor } = shop
    await updateCoupon(shop.ctx, { couponId, version: 2, status: 'paused', actor })
    expect(await outcomeOf(shop.claim(couponId, userId))).toBe('COUPON_NOT_CLAIMABLE')
    await updateCoupon(shop.ctx, { couponId, version: 3, status: 'active', actor })
    expect(await outcomeOf(shop.claim(couponId, userId))).toBe('claimed')
    await updateCoupon(shop.ctx, { couponId, version: 4, status: 'ended', actor })
    expect(await outcomeOf(shop.claim(couponId, await shop.newPerson()))).toBe('COUPON_NOT_CLAIMABLE')
    await expect(updateCoupon(shop.ctx, { couponId, version: 4, status: 'active', actor })).rejects.toMatchObject({
      code: 'COUPON_STATUS_UNFIT',
    })
  })
})
