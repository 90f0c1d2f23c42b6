import { AppError } from '@mozhou/contracts/errors'
import { formatId, parseId } from '@mozhou/contracts/ids'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { removeCoupon } from '../coupons/remove-coupon.ts'
import { createCoupon } from '../coupons/create-coupon.ts'
import { issueCoupon } from '../coupons/issue-coupon.ts'
import { openCouponShop } from '../coupons/testing/coupon-shop.ts'
import type { CouponShop } from '../coupons/testing/coupon-shop.ts'
import { updateCoupon } from '../coupons/update-coupon.ts'
import { listNotifications } from '../notifications/list-notifications.ts'
import { getCampaignRow } from './campaign-row-dto.ts'
import { dryRun } from './dry-run.ts'
import { getCampaign } from './list-campaigns.ts'
import { campaignActs } from './testing/campaign-acts.ts'
import { updateCampaign } from './update-campaign.ts'

let shop: CouponShop
let acts: ReturnType<typeof campaignActs>
beforeAll(async () => {
  shop = await openCouponShop()
  acts = campaignActs(shop.domain)
})
afterAll(() => shop.domain.close())

const once = { perPerson: 1, perPersonDay: null }
const giving = (couponId: string, at: 'claim' | 'signup' = 'claim') => ({
  kind: 'coupon' as const,
  couponId: formatId('coupon', couponId),
  at,
})
const couponsOf = (where: { couponId: string; userId?: string }) =>
  shop.ctx.prisma.userCoupon.findMany({ where, select: { id: true, userId: true, source: true, ordinal: true } })
const codes = (results: readonly PromiseSettledResult<unknown>[]) =>
  results.flatMap((result) => (result.status === 'rejected' ? [(result.reason as AppError).code] : [])).toSorted()
const crowd = (size: number) => Promise.all(Array.from({ length: size }, () => acts.newPerson()))

it('gives a coupon with the participation: it is in the person’s hands, counted on both, and told', async () => {
  const couponId = await shop.coupon({ perPersonLimit: 3 })
  const id = await acts.running(giving(couponId), { budget: 10, limits: once })
  const userId = await acts.newPerson()
  const press = crypto.randomUUID()
  const [first, again] = [await acts.takePart(id, userId, press), await acts.takePart(id, userId, press)]
  expect(first).toMatchObject({ unit: 'pieces', amount: 1, rewards: [{ part: 'coupon', amount: 1 }], isRepeat: false })
  expect(again).toEqual({ ...first, isRepeat: true })
  const [given, ...others] = await couponsOf({ couponId, userId })
  expect(others).toEqual([])
  expect(given).toMatchObject({ id: parseId('userCoupon', first.userCouponId ?? ''), source: 'campaign', ordinal: 1 })
  expect([await acts.budgetOf(id), await shop.issuedOf(couponId)]).toEqual([{ total: 10, reserved: 0, spent: 1 }, 1])
  const { items } = await listNotifications(shop.ctx, { userId, limit: 10 })
  expect(items).toMatchObject([{ kind: 'coupon_received', params: { name: '立减五元', expiresAt: first.expiresAt } }])
  await expect(acts.takePart(id, userId)).rejects.toEqual(new AppError('CAMPAIGN_LIMIT_PERSON', { limit: 1 }))
  expect(await getCampaign(shop.ctx, { campaignId: id, userId })).toMatchObject({
    coupon: { name: '立减五元', discount: { kind: 'amount', amountFen: 500 } },
    mine: { times: 1, received: 1 },
  })
})

it.each([
  ['its budget', 4, 100, 'CAMPAIGN_BUDGET_USED_UP'],
  ['the coupon’s total', 100, 4, 'COUPON_SOLD_OUT'],
] as const)('never passes %s, whoever comes at once, and counts on neither what it does not give', async (...row) => {
  const [, budget, totalLimit, code] = row
  const couponId = await shop.coupon({ totalLimit })
  const id = await acts.running(giving(couponId), { budget, limits: once })
  const results = await Promise.allSettled((await crowd(12)).map((userId) => acts.takePart(id, userId)))
  expect(codes(results)).toEqual(Array(8).fill(code))
  expect(await couponsOf({ couponId })).toHaveLength(4)
  expect([(await acts.budgetOf(id)).spent, await shop.issuedOf(couponId)]).toEqual([4, 4])
})

it('shares the total and a person’s limit with those who claim it or are issued it at the same time', async () => {
  const couponId = await shop.coupon({ totalLimit: 30, isClaimable: true })
  const id = await acts.running(giving(couponId), { budget: 30, limits: once })
  const people = await crowd(10)
  const names = await shop.ctx.prisma.user.findMany({ where: { id: { in: people } }, select: { username: true } })
  const issue = issueCoupon(shop.ctx, {
    couponId,
    people: names.map(({ username }) => username),
    note: '同时发放',
    requestKey: crypto.randomUUID(),
    actor: shop.actor,
  })
  const results = await Promise.allSettled([
    issue,
    ...people.map((userId) => acts.takePart(id, userId)),
    ...people.map((userId) => shop.claim(couponId, userId)),
  ])
  expect(new Set(codes(results))).toEqual(new Set(['COUPON_LIMIT_REACHED']))
  const given = await couponsOf({ couponId })
  expect(new Set(given.map(({ userId }) => userId)).size).toBe(10)
  expect(given).toHaveLength(10)
  expect(await shop.issuedOf(couponId)).toBe(10)
  expect((await acts.budgetOf(id)).spent).toBe(given.filter(({ source }) => source === 'campaign').length)
})

it('comes with the registration, which no coupon and no budget ever hinders', async () => {
  const [couponId, scarce] = [await shop.coupon(), await shop.coupon({ totalLimit: 1 })]
  const id = await acts.running(giving(couponId, 'signup'), { budget: 2 })
  const other = await acts.running(giving(scarce, 'signup'))
  const joined = []
  for (let count = 0; count < 3; count += 1) joined.push(await shop.newPerson())
  const counts = await Promise.all(
    joined.map(async (userId) => [
      (await couponsOf({ couponId, userId })).length,
      (await couponsOf({ couponId: scarce, userId })).length,
    ]),
  )
  expect(counts).toEqual([
    [1, 1],
    [1, 0],
    [0, 0],
  ])
  expect([(await acts.budgetOf(id)).spent, (await acts.budgetOf(other)).spent]).toEqual([2, 1])
  await expect(acts.takePart(id, await acts.newPerson())).rejects.toEqual(new AppError('CAMPAIGN_NOT_BY_HAND'))
  for (const campaign of [id, other]) await acts.become(campaign, 'ended')
})

it('is made of a coupon that there is, begins with one that is given, and gives none while that is paused', async () => {
  const field = { field: 'rule.couponId' }
  const draft = (couponId: string) => acts.draft(giving(couponId), { limits: once })
  await expect(draft(shop.ctx.newId())).rejects.toEqual(new AppError('CAMPAIGN_COUPON_UNFIT', field))
  await expect(acts.draft(giving(shop.ctx.newId()))).rejects.toMatchObject({ code: 'CAMPAIGN_COUPON_UNFIT' })
  await expect(
    acts.draft(giving(await shop.coupon()), { limits: { perPerson: null, perPersonDay: null } }),
  ).rejects.toEqual(new AppError('CAMPAIGN_LIMIT_MISSING', { field: 'limits.perPerson' }))
  const often = { limits: { perPerson: 3, perPersonDay: null } }
  await expect(acts.draft(giving(await shop.coupon({ perPersonLimit: 2 })), often)).rejects.toEqual(
    new AppError('CAMPAIGN_LIMIT_ABOVE_COUPON', { field: 'limits.perPerson', most: 2 }),
  )
  const couponId = await shop.coupon()
  const become = (status: 'paused' | 'active' | 'ended', version: number) =>
    updateCoupon(shop.ctx, { couponId, version, status, actor: shop.actor })
  const id = await draft(couponId)
  const { version } = await become('paused', 2)
  await expect(acts.become(id, 'running')).rejects.toEqual(new AppError('COUPON_NOT_ACTIVE'))
  const active = await become('active', version)
  await acts.become(id, 'running')
  // One that people see is not turned to a coupon that nobody gets, and what it names stays.
  const idle = await shop.coupon({ totalLimit: 5 })
  await updateCoupon(shop.ctx, { couponId: idle, version: 2, status: 'paused', actor: shop.actor })
  const { version: at } = await getCampaignRow(shop.ctx, { campaignId: id })
  const changes = { version: at, rule: giving(idle) }
  await expect(updateCampaign(shop.ctx, { campaignId: id, changes, actor: await acts.operator })).rejects.toEqual(
    new AppError('COUPON_NOT_ACTIVE'),
  )
  const paused = await become('paused', active.version)
  await expect(acts.takePart(id, await acts.newPerson())).rejects.toEqual(new AppError('COUPON_NOT_CLAIMABLE'))
  await become('ended', paused.version)
  await expect(draft(couponId)).rejects.toEqual(new AppError('CAMPAIGN_COUPON_UNFIT', field))
})

it('says before the press that its coupon is all gone, paused, or had by this person already', async () => {
  const couponId = await shop.coupon({ totalLimit: 2, isClaimable: true })
  const id = await acts.running(giving(couponId), { limits: once })
  const [first, second, third] = [await acts.newPerson(), await acts.newPerson(), await acts.newPerson()]
  const refusalOf = async (userId: string) => (await getCampaign(shop.ctx, { campaignId: id, userId })).mine.refusal
  expect(await refusalOf(third)).toBeNull()
  await shop.claim(couponId, first)
  expect(await refusalOf(first)).toBe('COUPON_LIMIT_REACHED')
  const { version } = await shop.ctx.prisma.coupon.findUniqueOrThrow({ where: { id: couponId } })
  const paused = await updateCoupon(shop.ctx, { couponId, version, status: 'paused', actor: shop.actor })
  expect(await refusalOf(third)).toBe('COUPON_NOT_CLAIMABLE')
  await updateCoupon(shop.ctx, { couponId, version: paused.version, status: 'active', actor: shop.actor })
  await acts.takePart(id, second)
  expect(await refusalOf(second)).toBe('CAMPAIGN_LIMIT_PERSON')
  expect(await refusalOf(third)).toBe('COUPON_SOLD_OUT')
  await acts.become(id, 'ended')
  expect(await refusalOf(third)).toBe('CAMPAIGN_ENDED')
})

it('keeps the draft that it names from being deleted', async () => {
  const made = await createCoupon(shop.ctx, {
    name: '草稿',
    kind: 'universal',
    discount: { kind: 'amount', amountFen: 500 },
    thresholdFen: 0,
    validity: { kind: 'days', days: 7 },
    totalLimit: 10,
    perPersonLimit: 1,
    audience: { kind: 'all' },
    isClaimable: false,
    description: '',
    actor: shop.actor,
  })
  const couponId = parseId('coupon', made.id) ?? ''
  await acts.draft(giving(couponId), { limits: once })
  await expect(removeCoupon(shop.ctx, { couponId, actor: shop.actor })).rejects.toEqual(new AppError('COUPON_NAMED'))
})

it('a dry run gives out no more than are left of the coupon', async () => {
  const couponId = await shop.coupon({ totalLimit: 2 })
  const userId = await acts.newPerson()
  await crowd(3)
  shop.domain.advance(86_400_000)
  const asked = { limits: once, audience: { kind: 'all' as const }, budget: 100, days: 2, userId }
  expect(await dryRun(shop.ctx, { ...asked, rule: giving(couponId, 'signup') })).toMatchObject({
    unit: 'pieces',
    cost: 2,
    winners: 2,
  })
})
