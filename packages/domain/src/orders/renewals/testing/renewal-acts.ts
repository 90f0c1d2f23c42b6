import { parseId } from '@mozhou/contracts/ids'
import { renewalTextVersion } from '@mozhou/contracts/renewals/consent-text'
import type { Notice } from '@mozhou/integrations/payments/port'
import { listNotifications } from '../../../notifications/list-notifications.ts'
import { addMonths } from '../../../memberships/period-rules.ts'
import { dayOf, dayStart } from '../../../shanghai-day.ts'
import { listPlans } from '../../list-plans.ts'
import { openShop } from '../../testing/shop.ts'
import type { Shop } from '../../testing/shop.ts'
import { myRenewals } from '../my-renewals.ts'
import { startRenewal } from '../start-renewal.ts'
import { sweepRenewals } from '../sweep-renewals.ts'
import { createFakeAgreements } from './fake-agreements.ts'
import type { FakeAgreements } from './fake-agreements.ts'

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

export interface RenewalRoom {
  shop: Shop
  agreements: FakeAgreements
  acts: RenewalActs
}

export type RenewalActs = ReturnType<typeof agreeing> & ReturnType<typeof living> & { forget(): Promise<void> }

/** A shop whose Alipay takes money by agreement, and what tests of renewals do in it. */
export async function openRenewals(): Promise<RenewalRoom> {
  const shop = await openShop()
  const agreements = createFakeAgreements(shop.alipay, () => shop.ctx.clock.now())
  shop.alipay.agreements = agreements
  /**
   * The sweep is about everybody: what an earlier test left is not the next one's. Each begins on the tenth of a month: at its end a charge
   * is agreed for the 28th, and is announced more than the eight days before that the tests come in at (`renewal-rules.test.ts` has every day).
   */
  async function forget() {
    shop.domain.advance(nextTenth(shop.ctx.clock.now()).getTime() - shop.ctx.clock.now().getTime())
    agreements.moods = []
    agreements.asked = []
    agreements.postponed = []
    agreements.isOffered = true
    await shop.ctx.prisma.renewal.updateMany({
      where: { status: { in: ['active', 'signing'] } },
      data: { status: 'cancelled', endedAt: shop.ctx.clock.now(), channelEndedAt: shop.ctx.clock.now() },
    })
  }
  return { shop, agreements, acts: { forget, ...agreeing(shop, agreements), ...living(shop) } }
}

/** Ten in the morning in Shanghai. */
function nextTenth(now: Date): Date {
  const tenth = (day: string) => new Date(dayStart(`${day.slice(0, 8)}10`).getTime() + 10 * hour)
  const inThisMonth = tenth(dayOf(now))
  return inThisMonth > now ? inThisMonth : tenth(dayOf(addMonths(inThisMonth, 1)))
}

function agreeing(shop: Shop, agreements: FakeAgreements) {
  const month = async () => {
    const plan = (await listPlans(shop.ctx)).find(({ key }) => key === 'month')
    return { planId: parseId('plan', plan?.id ?? '') ?? '', priceFen: plan?.priceFen ?? 0 }
  }
  const agree = async (userId: string, more = {}) =>
    startRenewal(shop.ctx, {
      userId,
      ...(await month()),
      channel: 'alipay',
      textVersion: renewalTextVersion,
      isAgreed: true,
      isOnPhone: false,
      returnUrl: null,
      ...more,
    })
  const tell = (notice: Notice) => shop.tell(new TextEncoder().encode(JSON.stringify(notice)))
  function agreementNotice(externalNo: string, state: 'active' | 'ended'): Notice {
    return { type: 'agreement', orderNo: null, externalNo, agreementNo: agreements.numberOf(externalNo), state }
  }
  const externalNoOf = async (userId: string) =>
    (await shop.ctx.prisma.renewal.findFirstOrThrow({ where: { userId }, orderBy: { createdAt: 'desc' } })).externalNo
  async function sign(userId: string): Promise<string> {
    const externalNo = await externalNoOf(userId)
    const played = agreements.all.get(externalNo)
    if (played) played.state = 'active'
    await tell(agreementNotice(externalNo, 'active'))
    return externalNo
  }
  /** A member of a month who has agreed and signed. */
  async function renewing() {
    const { userId, orderId } = await shop.membership('month')
    await agree(userId)
    const externalNo = await sign(userId)
    return { userId, orderId, externalNo }
  }
  return { month, agree, tell, agreementNotice, externalNoOf, sign, renewing }
}

function living(shop: Shop) {
  const mine = (userId: string) => myRenewals(shop.ctx, { userId })
  const endOf = async (userId: string) => {
    const last = await shop.ctx.prisma.membershipPeriod.findFirstOrThrow({
      where: { userId },
      orderBy: { endsAt: 'desc' },
    })
    return last.endsAt
  }
  async function until(userId: string, ms: number) {
    shop.domain.advance((await endOf(userId)).getTime() - ms - shop.ctx.clock.now().getTime())
    return sweepRenewals(shop.ctx)
  }
  /** The sweep as it runs, though by the hour, for a try at the end of a month has two hours (`tryTimes`), which longer steps miss. */
  async function liveThrough(days: number, stepHours = 1) {
    for (let hours = 0; hours < days * 24; hours += stepHours) {
      await sweepRenewals(shop.ctx)
      shop.domain.advance(stepHours * hour)
    }
    await sweepRenewals(shop.ctx)
  }
  const told = async (userId: string) =>
    (await listNotifications(shop.ctx, { userId, limit: 50 })).items
      .filter(({ kind }) => kind.startsWith('renewal_'))
      .map(({ kind, params }) => ('days' in params ? params.days : 'reason' in params ? params.reason : kind))
      .reverse()
  const renewalOrders = async (userId: string) =>
    (await shop.ctx.prisma.order.findMany({ where: { userId, renewalCharge: { isNot: null } } })).map(
      ({ status }) => status,
    )
  return { mine, endOf, until, liveThrough, told, renewalOrders }
}
