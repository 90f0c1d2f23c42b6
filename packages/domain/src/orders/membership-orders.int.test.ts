import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chargeStatement } from '../generations/charge-statement.ts'
import { pressOf, requestGeneration } from '../generations/request-generation.ts'
import { getMembership } from '../memberships/get-membership.ts'
import { addMonths } from '../memberships/period-rules.ts'
import { listNotifications } from '../notifications/list-notifications.ts'
import { approveRefund } from './decide-refund.ts'
import { listPlans } from './list-plans.ts'
import type { OrdersContext } from './orders-context.ts'
import { payableMs } from './order-rules.ts'
import { remindMembers } from './remind-members.ts'
import { takeNotice } from './take-notice.ts'
import { refundActs } from './testing/refund-acts.ts'
import { standardBenefits } from '../testing/standard-benefits.ts'
import { openShop } from './testing/shop.ts'
import type { Shop } from './testing/shop.ts'

const day = 86_400_000
let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.domain.close())

const periods = (userId: string) =>
  shop.ctx.prisma.membershipPeriod.findMany({ where: { userId }, orderBy: { startsAt: 'asc' } })
/** As if it were this instant, to the millisecond, however long the test takes. */
const at = (instant: Date): OrdersContext => ({ ...shop.ctx, clock: { now: () => instant } })
const kindsTold = async (userId: string) =>
  (await listNotifications(shop.ctx, { userId, limit: 50 })).items.map(({ kind }) => kind)

describe('a membership that is bought', () => {
  it('is a plan of the list, with what it saves against paying by the month', async () => {
    expect((await listPlans(shop.ctx)).map(({ key, savedPercent }) => [key, savedPercent])).toEqual([
      ['month', 0],
      ['quarter', 16],
      ['year', 26],
    ])
  })

  it('counts at once, and another plan follows without a gap', async () => {
    const userId = await shop.newPerson()
    expect((await getMembership(shop.ctx, userId)).isMember).toBe(false)
    const bought = [await shop.unpaidMembership('month', userId), await shop.unpaidMembership('year', userId)]
    const bodies = bought.map(({ orderNo }) => shop.alipay.pay(orderNo))
    await Promise.all([...bodies, ...bodies].map((body) => shop.tell(body)))
    const [first, second, ...more] = await periods(userId)
    expect(more).toEqual([])
    expect(second?.startsAt).toEqual(first?.endsAt)
    expect(await getMembership(shop.ctx, userId)).toEqual({
      isMember: true,
      endsAt: second?.endsAt.toISOString(),
      benefits: standardBenefits,
    })
    for (const one of bought) expect((await shop.stand(one)).period).not.toBeNull()
  })

  it('28: as the same month twice in parallel is two adjoining months', async () => {
    const userId = await shop.newPerson()
    const first = await shop.unpaidMembership('month', userId)
    // The same cart gives the order that waits, until its time is over: paid in time, and told of only now.
    expect((await shop.unpaidMembership('month', userId)).orderId).toBe(first.orderId)
    shop.domain.advance(payableMs)
    const second = await shop.unpaidMembership('month', userId)
    expect(second.orderId).not.toBe(first.orderId)
    const bodies = [first, second].map(({ orderNo }) => shop.alipay.pay(orderNo))
    await Promise.all([...bodies, ...bodies, ...bodies].map((body) => shop.tell(body)))
    const [one, two, ...more] = await periods(userId)
    expect(more).toEqual([])
    expect(two?.startsAt).toEqual(one?.endsAt)
    expect(two?.endsAt).toEqual(addMonths(one?.startsAt ?? new Date(0), 2))
  })

  it('29: on 31 January at 23:30 ends on 28 February at 23:30, and the next one on 31 March', async () => {
    const userId = await shop.newPerson()
    const january = at(new Date('2027-01-31T23:30:00+08:00'))
    for (const _ of [1, 2]) {
      const { orderNo } = await shop.unpaidMembership('month', userId)
      await takeNotice(january, { channel: 'alipay', raw: { body: shop.alipay.pay(orderNo), headers: {} } })
    }
    expect((await periods(userId)).map(({ startsAt, endsAt }) => [startsAt, endsAt])).toEqual([
      [new Date('2027-01-31T23:30:00+08:00'), new Date('2027-02-28T23:30:00+08:00')],
      [new Date('2027-02-28T23:30:00+08:00'), new Date('2027-03-31T23:30:00+08:00')],
    ])
  })

  it('33: one second before the end goes on without a gap, and nobody is told that it ended until it has', async () => {
    const { userId } = await shop.membership('month')
    const end = (await periods(userId))[0]?.endsAt ?? new Date(0)
    await remindMembers(at(new Date(end.getTime() - day / 2)))
    const renewal = await shop.unpaidMembership('month', userId)
    const body = shop.alipay.pay(renewal.orderNo)
    await takeNotice(at(new Date(end.getTime() - 1_000)), { channel: 'alipay', raw: { body, headers: {} } })
    const [first, second] = await periods(userId)
    expect(second?.startsAt).toEqual(first?.endsAt)
    for (const passed of [0, 1, day, 7 * day]) await remindMembers(at(new Date(end.getTime() + passed)))
    expect(await kindsTold(userId)).not.toContain('membership_ended')
    const last = second?.endsAt ?? new Date(0)
    for (const passed of [0, 1, day]) await remindMembers(at(new Date(last.getTime() + passed)))
    expect((await kindsTold(userId)).filter((kind) => kind === 'membership_ended')).toHaveLength(1)
  })
})

describe('34: what was begun as a member costs nothing', () => {
  async function begunGeneration(userId: string) {
    const { generationId, priceCredits, coveredBy } = await requestGeneration(shop.domain.ctx, {
      userId,
      press: pressOf({ requestKey: crypto.randomUUID(), userId }),
      creationKind: 'writing',
      kind: 'generate',
      tool: 'wechat-article',
      creationId: null,
      title: '城市夜跑',
      input: { topic: '城市夜跑' },
      baseVersionId: null,
      pickedModelId: null,
      usualModelId: null,
    })
    expect({ priceCredits, coveredBy }).toEqual({ priceCredits: 0, coveredBy: 'membership' })
    return generationId
  }

  /** The step that charges, with what was frozen at the press. */
  async function expectFree(userId: string, id: string): Promise<void> {
    const { priceCredits } = await shop.ctx.prisma.generation.findUniqueOrThrow({ where: { id } })
    const before = await shop.creditsOf(userId)
    expect(await shop.ctx.prisma.$executeRaw(chargeStatement(shop.domain.ctx, { id, priceCredits }))).toBe(1)
    expect(await shop.creditsOf(userId)).toBe(before)
    expect(await shop.ctx.prisma.creditEntry.count({ where: { account: { userId }, kind: 'consume' } })).toBe(0)
  }

  it('though the membership is refunded meanwhile', async () => {
    const month = await shop.membership('month')
    const generationId = await begunGeneration(month.userId)
    const acts = refundActs(shop)
    const { refundId, amountFen, isReserved } = await acts.confirm(month)
    expect(isReserved).toBe(false)
    await approveRefund(shop.ctx, { refundId, amountFen, basis: 'wish', reason: '同意', actor: await acts.finance() })
    expect((await getMembership(shop.ctx, month.userId)).isMember).toBe(false)
    await expectFree(month.userId, generationId)
  })

  it('though the membership ends meanwhile', async () => {
    const { userId } = await shop.membership('month')
    const generationId = await begunGeneration(userId)
    shop.domain.advance(32 * day)
    expect((await getMembership(shop.ctx, userId)).isMember).toBe(false)
    await expectFree(userId, generationId)
  })
})
