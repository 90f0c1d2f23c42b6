import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listNotifications } from '../notifications/list-notifications.ts'
import { advanceIssue } from './advance-issue.ts'
import { expireCoupons } from './expire-coupons.ts'
import { findOpenIssues, getIssue } from './list-issues.ts'
import { startIssue } from './start-issue.ts'
import { stopIssue } from './stop-issue.ts'
import { openCouponShop } from './testing/coupon-shop.ts'
import type { CouponShop } from './testing/coupon-shop.ts'
import { fillPeopleStatement, manyPeople } from './testing/fill-people.ts'
import { updateCoupon } from './update-coupon.ts'

const day = 86_400_000
const count = 10_000
let shop: CouponShop
beforeAll(async () => {
  shop = await openCouponShop()
  await shop.ctx.prisma.$executeRawUnsafe(fillPeopleStatement(count))
})
afterAll(() => shop.domain.close())

const begin = async (couponId: string, audience: Parameters<typeof startIssue>[1]['audience'] = { kind: 'all' }) => {
  const asked = { couponId, audience, note: '周年庆', requestKey: crypto.randomUUID(), actor: shop.actor }
  return (await startIssue(shop.ctx, asked)).issueId
}
const finish = async (issueId: string) => {
  while (!(await advanceIssue(shop.ctx, { issueId, forMs: 60_000 })).isOver);
  return getIssue(shop.ctx, { issueId })
}
const holders = async (issueId: string) => {
  const rows = await shop.ctx.prisma.userCoupon.findMany({ where: { issueId }, select: { userId: true } })
  return rows.map(({ userId }) => userId)
}

describe('a bulk issue', () => {
  it('is one for a press, also where it comes three times at once', async () => {
    const couponId = await shop.coupon({ totalLimit: 5 })
    const requestKey = crypto.randomUUID()
    const asked = { couponId, audience: { kind: 'all' as const }, note: '一次', requestKey, actor: shop.actor }
    const issues = await Promise.all([1, 2, 3].map(() => startIssue(shop.ctx, asked)))
    expect(new Set(issues.map(({ issueId }) => issueId)).size).toBe(1)
    await stopIssue(shop.ctx, { issueId: issues[0]?.issueId ?? '', actor: shop.actor })
  })

  it('scenario 45: to 10,000 people, broken off in the middle, gives each exactly one', async () => {
    const couponId = await shop.coupon({ totalLimit: 20_000 })
    const issueId = await begin(couponId)
    let batches = 0
    const dying = {
      ...shop.ctx,
      // The process dies inside a batch, after its coupons and before its commit.
      prisma: new Proxy(shop.ctx.prisma, {
        get: (prisma, name, receiver) =>
          name === '$transaction'
            ? async (work: (tx: unknown) => Promise<unknown>, options: object) =>
                prisma.$transaction(async (tx) => {
                  const done = await work(tx)
                  batches += 1
                  if (batches === 4) throw new Error('the process dies')
                  return done
                }, options)
            : (Reflect.get(prisma, name, receiver) as unknown),
      }),
    }
    await expect(advanceIssue(dying, { issueId, forMs: 600_000 })).rejects.toThrow('the process dies')
    expect(await holders(issueId)).toHaveLength(3_000)
    // Two go on at once, as when a worker was only thought dead.
    await Promise.all([finish(issueId), finish(issueId)])
    const people = await holders(issueId)
    expect(new Set(people).size).toBe(people.length)
    const given = new Set(people)
    expect(manyPeople(count).filter((id) => !given.has(id))).toEqual([])
    const issue = await getIssue(shop.ctx, { issueId })
    expect(issue).toMatchObject({
      status: 'done',
      endReason: null,
      issued: people.length,
      total: people.length,
      skipped: 0,
    })
    expect(await shop.issuedOf(couponId)).toBe(people.length)
    const told = await shop.ctx.prisma.notification.count({
      where: { dedupeKey: { startsWith: `coupon_received:${issueId}` } },
    })
    expect(told).toBe(people.length)
  }, 120_000)

  it('ends where none is left, passes over who has theirs, and stops by hand or with its coupon', async () => {
    const couponId = await shop.coupon({ totalLimit: 1_500 })
    const early = await shop.newPerson()
    await shop.claim(couponId, early)
    expect(await finish(await begin(couponId))).toMatchObject({
      status: 'stopped',
      endReason: 'sold_out',
      issued: 1_499,
    })
    expect(await shop.issuedOf(couponId)).toBe(1_500)
    await expect(begin(couponId)).rejects.toMatchObject({ code: 'COUPON_SOLD_OUT' })

    const other = await shop.coupon({ totalLimit: 20_000 })
    const byHand = await begin(other)
    await advanceIssue(shop.ctx, { issueId: byHand, forMs: 0 })
    await stopIssue(shop.ctx, { issueId: byHand, actor: shop.actor })
    expect(await finish(byHand)).toMatchObject({ status: 'stopped', endReason: 'by_hand', issued: 1_000 })
    const paused = await begin(other)
    await updateCoupon(shop.ctx, { couponId: other, version: 2, status: 'paused', actor: shop.actor })
    expect(await finish(paused)).toMatchObject({ status: 'stopped', endReason: 'coupon_off', issued: 0 })
  }, 60_000)

  it('is for its audience as it was when it began, and found by the sweep where nobody began it', async () => {
    const userId = await shop.newPerson()
    await shop.membership('month', userId)
    const couponId = await shop.coupon()
    const issueId = await begin(couponId, { kind: 'members' })
    const late = await shop.newPerson()
    await shop.membership('month', late)
    expect(await findOpenIssues(shop.ctx)).not.toContain(issueId)
    shop.domain.advance(60_000)
    expect(await findOpenIssues(shop.ctx)).toContain(issueId)
    await finish(issueId)
    const people = await holders(issueId)
    expect(people).toContain(userId)
    expect(people).not.toContain(late)
    expect(await findOpenIssues(shop.ctx)).not.toContain(issueId)
  })
})

describe('the sweep', () => {
  it('ends what nobody used in time, once, and tells three days before', async () => {
    const userId = await shop.newPerson()
    const couponId = await shop.coupon({ validity: { kind: 'days', days: 10 }, perPersonLimit: 2 })
    const [unused, held] = [await shop.claim(couponId, userId), await shop.claim(couponId, userId)]
    const short = await shop.claim(await shop.coupon({ validity: { kind: 'days', days: 2 } }), userId)
    const told = async () =>
      (await listNotifications(shop.ctx, { userId, limit: 50 })).items.filter(({ kind }) => kind === 'coupon_expiring')
    await expireCoupons(shop.ctx)
    expect(await told()).toEqual([])
    shop.domain.advance(8 * day)
    await Promise.all([expireCoupons(shop.ctx), expireCoupons(shop.ctx)])
    // Two of one coupon that end within the same second are two ends; each is told once.
    expect((await told()).length).toBe(2)
    expect(await shop.statusOf(userId, short)).toBe('expired')
    await shop.begunOrder(userId, 3_000, held)
    shop.domain.advance(3 * day)
    await expireCoupons(shop.ctx)
    const rows = await shop.ctx.prisma.userCoupon.findMany({ where: { id: { in: [unused, held, short] } } })
    expect(Object.fromEntries(rows.map(({ id, status }) => [id, status]))).toEqual({
      [unused]: 'expired',
      [held]: 'held',
      [short]: 'expired',
    })
    expect((await told()).length).toBe(2)
    expect(await expireCoupons(shop.ctx)).toEqual({ expired: 0, told: 0 })
  })
})
