import { parseId } from '@mozhou/contracts/ids'
import type { ProposeRuleInput } from '@mozhou/contracts/referrals/inputs'
import { refundActs } from '../../orders/testing/refund-acts.ts'
import type { Bought, Shop } from '../../orders/testing/shop.ts'
import { webClient } from '../../testing/test-domain.ts'
import { decideRule } from '../decide-rule.ts'
import { payRebates } from '../pay-rebates.ts'
import { proposeRule } from '../propose-rule.ts'

export const dayMs = 86_400_000

export const plainRule: ProposeRuleInput = {
  ratesBp: [1_000],
  welcomeCredits: 20,
  form: 'credits',
  window: 'first_order',
  holdDays: 15,
  expireDays: 90,
  isReviewed: false,
  signupsPerDay: 20,
  refundShareBp: 5_000,
  note: 'test',
  inForceFrom: '2026-01-01T00:00:00.000Z',
}

/** What tests of invitations do, in a shop. */
export function referralActs(shop: Shop) {
  const { ctx } = shop
  let people = 0
  const codeOf = async (userId: string) =>
    (await ctx.prisma.user.findUniqueOrThrow({ where: { id: userId } })).referralCode
  /** Everybody from a network of their own, and paying from an account of their own. */
  const person = async (referrerId?: string, names: { email?: string } = {}): Promise<string> => {
    people += 1
    const client = { ...webClient, ipAddress: `198.51.${Math.floor(people / 250)}.${(people % 250) + 1}` }
    const invited = referrerId === undefined ? {} : { referralCode: await codeOf(referrerId) }
    const { user } = await shop.domain.signUp({ client, ...invited, ...names })
    return parseId('user', user.id) ?? ''
  }
  const pay = async (bought: Bought, payerId = bought.userId): Promise<Bought> => {
    await shop.tell(shop.alipay.pay(bought.orderNo, { payerId }))
    return bought
  }
  const recharge = async (userId: string, amountFen: number, payerId?: string): Promise<Bought> =>
    pay(await shop.unpaidRecharge(amountFen, userId), payerId)
  const rebates = (orderId: string) => ctx.prisma.rebate.findMany({ where: { orderId }, orderBy: { level: 'asc' } })
  const rebate = (orderId: string, level = 1) =>
    ctx.prisma.rebate.findUniqueOrThrow({ where: { orderId_level: { orderId, level } }, include: { flags: true } })
  const entries = (rebateId: string) =>
    ctx.prisma.creditEntry.findMany({
      where: { referenceType: 'rebate', referenceId: rebateId },
      orderBy: { sequence: 'asc' },
      select: { kind: true, amount: true, idempotencyKey: true },
    })
  const actor = async () => ({ userId: await shop.newPerson(), requestId: 'test' })
  const setRule = async (changes: Partial<ProposeRuleInput> = {}) => {
    const inForceFrom = ctx.clock.now().toISOString()
    const ruleId = await proposeRule(ctx, { ...plainRule, inForceFrom, ...changes, actor: await actor() })
    await decideRule(ctx, { ruleId, isApproved: true, reason: 'test', actor: await actor() })
  }
  const days = (count: number) => shop.domain.advance(count * dayMs)
  const payDue = () => payRebates(ctx)
  const suspend = (userId: string, status: 'suspended' | 'active') =>
    ctx.prisma.user.update({ where: { id: userId }, data: { status }, select: { id: true } })
  return {
    ...refundActs(shop),
    person,
    codeOf,
    pay,
    recharge,
    rebates,
    rebate,
    entries,
    actor,
    setRule,
    days,
    payDue,
    suspend,
  }
}
