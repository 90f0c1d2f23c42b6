import type { CouponValidity } from '@mozhou/contracts/coupons/terms'
import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listNotifications } from '../notifications/list-notifications.ts'
import { cartCoupons } from './cart-coupons.ts'
import { createCoupon } from './create-coupon.ts'
import { issueCoupon } from './issue-coupon.ts'
import { couponFigures, listCoupons } from './list-coupons.ts'
import { listMyCoupons } from './list-my-coupons.ts'
import { listUserCoupons } from './list-user-coupons.ts'
import { removeCoupon } from './remove-coupon.ts'
import { bare, openCouponShop } from './testing/coupon-shop.ts'
import type { CouponShop } from './testing/coupon-shop.ts'
import { updateCoupon } from './update-coupon.ts'
import { voidCoupons } from './void-coupons.ts'

let shop: CouponShop
beforeAll(async () => {
  shop = await openCouponShop()
})
afterAll(() => shop.domain.close())

const page = { limit: 20 }
const actionsOf = async (target: string) =>
  (await shop.ctx.prisma.auditRow.findMany({ where: { target }, orderBy: { createdAt: 'asc' } })).map(
    ({ action }) => action,
  )

const untilFebruary: CouponValidity = {
  kind: 'dates',
  from: '2026-11-30T16:00:00.000Z',
  until: '2027-01-31T16:00:00.000Z',
}

describe('a coupon', () => {
  const draft = (validity: CouponValidity = untilFebruary) =>
    createCoupon(shop.ctx, {
      name: '年末会员券',
      description: '',
      kind: 'membership',
      discount: { kind: 'percent', rateBp: 2_000, capFen: 1_000 },
      thresholdFen: 2_000,
      validity,
      totalLimit: 10,
      perPersonLimit: 1,
      audience: { kind: 'new', days: 30 },
      isClaimable: true,
      actor: shop.actor,
    })

  it('is not drafted with dates that have passed', async () => {
    const past = { kind: 'dates' as const, from: '2020-01-01T00:00:00.000Z', until: '2020-02-01T00:00:00.000Z' }
    await expect(draft(past)).rejects.toEqual(new AppError('COUPON_VALIDITY_OVER', { field: 'validity.until' }))
  })

  it('is drafted, changed, activated and ended, each with who did it', async () => {
    const { actor, ctx } = shop
    const made = await draft()
    expect(made).toMatchObject({
      status: 'draft',
      discount: { kind: 'percent', rateBp: 2_000, capFen: 1_000 },
      validity: { kind: 'dates', until: '2027-01-31T16:00:00.000Z' },
      audience: { kind: 'new', days: 30 },
      issued: 0,
    })
    const couponId = bare('coupon', made.id)
    const changed = await updateCoupon(ctx, {
      couponId,
      version: 1,
      actor,
      discount: { kind: 'amount', amountFen: 300 },
      validity: { kind: 'days', days: 30 },
    })
    expect(changed).toMatchObject({
      discount: { kind: 'amount', amountFen: 300 },
      validity: { kind: 'days' },
      version: 2,
    })
    const above = updateCoupon(ctx, { couponId, version: 2, actor, thresholdFen: 299 })
    await expect(above).rejects.toMatchObject({ code: 'VALIDATION_FAILED', params: { field: 'discount.amountFen' } })
    await expect(updateCoupon(ctx, { couponId, version: 1, actor, name: '晚了一步' })).rejects.toMatchObject({
      code: 'COUPON_CHANGED',
    })
    await updateCoupon(ctx, { couponId, version: 2, actor, status: 'active' })
    await expect(updateCoupon(ctx, { couponId, version: 3, actor, thresholdFen: 0 })).rejects.toMatchObject({
      code: 'COUPON_TERMS_FIXED',
    })
    await expect(removeCoupon(ctx, { couponId, actor })).rejects.toMatchObject({ code: 'COUPON_NOT_DRAFT' })
    await updateCoupon(ctx, { couponId, version: 3, actor, status: 'ended' })
    expect(await actionsOf(made.id)).toEqual(['coupon.create', 'coupon.update', 'coupon.update', 'coupon.update'])
    const found = await listCoupons(ctx, { ...page, search: '年末会员', status: 'ended' })
    expect(found.items.map(({ id }) => id)).toEqual([made.id])
  })

  it('is deleted as a draft, and nobody sees it before', async () => {
    const { id } = await draft()
    const couponId = bare('coupon', id)
    const userId = await shop.newPerson()
    await expect(shop.claim(couponId, userId)).rejects.toMatchObject({ code: 'COUPON_NOT_FOUND' })
    await removeCoupon(shop.ctx, { couponId, actor: shop.actor })
    expect((await listCoupons(shop.ctx, { ...page, search: id })).items).toEqual([])
  })
})

describe('issuing by hand', () => {
  const issue = (couponId: string, people: string[], requestKey: string = crypto.randomUUID()) =>
    issueCoupon(shop.ctx, { couponId, people, note: '补偿', requestKey, actor: shop.actor })

  it('gives one each to who is named, says what became of each, and tells them', async () => {
    const couponId = await shop.coupon({ isClaimable: false, audience: { kind: 'members' } })
    const [one, two] = [await shop.domain.signUp(), await shop.domain.signUp()]
    const requestKey = crypto.randomUUID()
    const people = [one.user.username.toUpperCase(), two.user.id, two.user.email, 'nobody-of-this-name']
    const issued = await issue(couponId, people, requestKey)
    expect(issued).toMatchObject({ issued: 2 })
    expect(issued.people.map(({ outcome }) => outcome)).toEqual(['issued', 'issued', 'twice', 'unknown'])
    expect(await issue(couponId, people, requestKey)).toEqual(issued)
    expect(await shop.issuedOf(couponId)).toBe(2)
    const userId = bare('user', one.user.id)
    const told = await listNotifications(shop.ctx, { userId, ...page })
    expect(told.items.filter(({ kind }) => kind === 'coupon_received')).toMatchObject([
      { params: { name: '立减五元', count: 1 } },
    ])
    expect((await listMyCoupons(shop.ctx, { userId, view: 'usable', ...page })).items).toMatchObject([
      { status: 'unused', source: 'hand' },
    ])
    expect((await issue(couponId, [one.user.username])).people[0]?.outcome).toBe('limit')
    expect(await actionsOf(formatId('coupon', couponId))).toContain('coupon.issue')
  })

  it('stops where none is left, and gives nothing of what is not active', async () => {
    const couponId = await shop.coupon({ totalLimit: 1 })
    const people = [(await shop.domain.signUp()).user, (await shop.domain.signUp()).user]
    const issued = await issue(
      couponId,
      people.map(({ username }) => username),
    )
    expect(issued.people.map(({ outcome }) => outcome).toSorted()).toEqual(['issued', 'sold_out'])
    await updateCoupon(shop.ctx, { couponId, version: 2, status: 'paused', actor: shop.actor })
    await expect(issue(couponId, [people[0]?.username ?? ''])).rejects.toMatchObject({ code: 'COUPON_NOT_ACTIVE' })
  })

  it('and claims at the same moment take no more than there are', async () => {
    const couponId = await shop.coupon({ totalLimit: 5 })
    const people = await Promise.all(Array.from({ length: 8 }, async () => (await shop.domain.signUp()).user))
    const claims = people.slice(4).map(({ id }) => shop.claim(couponId, bare('user', id)))
    const issues = people.slice(0, 4).map(({ username }) => issue(couponId, [username]))
    await Promise.allSettled<unknown>([...claims, ...issues])
    expect(await shop.issuedOf(couponId)).toBe(5)
    expect(await shop.ctx.prisma.userCoupon.count({ where: { couponId } })).toBe(5)
  })
})

describe('what was given', () => {
  it('is listed by state and person, counted, and voided with a reason', async () => {
    const couponId = await shop.coupon()
    const [owner, other] = [await shop.newPerson(), await shop.newPerson()]
    const [mine, theirs] = [await shop.claim(couponId, owner), await shop.claim(couponId, other)]
    const bought = await shop.begunOrder(other, 3_000, theirs)
    await shop.tell(shop.alipay.pay(bought.orderNo))
    const { actor, ctx } = shop
    const voided = await voidCoupons(ctx, { ids: [mine, theirs], reason: '发错了人', actor })
    expect(voided).toEqual({ voided: 1, waiting: 0, left: 1 })
    expect(await couponFigures(ctx, { couponId })).toEqual({
      unused: 0,
      held: 0,
      used: 1,
      expired: 0,
      voided: 1,
      discountFen: 500,
      paidFen: 2_500,
    })
    const ofState = async (status: 'used' | 'voided') =>
      (await listUserCoupons(ctx, { ...page, couponId, status })).items.map(({ person }) => person.id)
    expect(await ofState('voided')).toEqual([formatId('user', owner)])
    expect(await ofState('used')).toEqual([formatId('user', other)])
    const search = formatId('user', owner)
    expect((await listUserCoupons(ctx, { ...page, search })).items).toHaveLength(1)
    expect(await actionsOf(formatId('userCoupon', mine))).toEqual(['coupon.void'])
    expect((await listMyCoupons(ctx, { userId: owner, view: 'over', ...page })).items).toMatchObject([
      { status: 'voided' },
    ])
  })
})

it('shows at an order what every coupon would do there, the best one first, and why others do nothing', async () => {
  const userId = await shop.newPerson()
  const give = async (terms: Parameters<CouponShop['coupon']>[0]) => shop.claim(await shop.coupon(terms), userId)
  const five = await give({ name: '五元' })
  const tenth = await give({ name: '一折', discount: { kind: 'percent', rateBp: 1_000, capFen: null } })
  const forMembers = await give({ name: '会员', kind: 'membership' })
  const large = await give({ name: '满百', thresholdFen: 10_000, discount: { kind: 'amount', amountFen: 2_000 } })
  const seen = async (amountFen: number) => {
    const { bestId, coupons } = await cartCoupons(shop.ctx, { userId, kind: 'recharge', amountFen })
    const rows = coupons.map(({ coupon, discountFen, refusal }) => [coupon.name, refusal?.code ?? discountFen])
    return { best: bestId === null ? null : bare('userCoupon', bestId), rows: Object.fromEntries(rows) as object }
  }
  expect(await seen(3_000)).toEqual({
    best: five,
    rows: { 五元: 500, 一折: 300, 会员: 'COUPON_WRONG_KIND', 满百: 'COUPON_BELOW_THRESHOLD' },
  })
  expect((await seen(10_000)).best).toBe(large)
  await shop.order(userId, 10_000, large)
  expect(await seen(10_000)).toMatchObject({ best: tenth, rows: { 满百: 'COUPON_HELD' } })
  expect(forMembers).not.toBe('')
})
