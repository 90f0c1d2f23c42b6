import type { RebateForm } from '@mozhou/contracts/referrals/kinds'
import type { TxContext } from '../context.ts'
import { notify } from '../notifications/notify.ts'
import { holdForReview } from '../withdrawals/hold-for-review.ts'
import { flagRebate } from './flag-rebate.ts'
import { raisable, sharesByRule } from '../referral-rules/ordinary-shares.ts'
import type { OrderFacts, RuleShares } from '../referral-rules/ordinary-shares.ts'
import { plusDays, rebateOf } from '../referral-rules/rebate-rules.ts'
import { ruleInForce } from '../referral-rules/rule-in-force.ts'
import type { RuleInForce } from '../referral-rules/rule-in-force.ts'
import { raiseShares } from './raise-shares.ts'
import type { Share } from './raise-shares.ts'

interface PaidOrder {
  id: string
  userId: string
  /** Not what the list says, nor what was asked for: what has come in. */
  receivedFen: number
}

interface Relation {
  referrerId: string
  createdAt: Date
}

/**
 * What a paid order is worth to who invited its person, as rows that wait until the days for refunds are over. Part of the fulfilment's
 * transaction, after the payment is kept and the coupon used: what a campaign adds comes out of its budget. Moves no credits.
 */
export async function bearRebates(tx: TxContext, order: PaidOrder): Promise<void> {
  if (order.receivedFen <= 0) return
  const relation = await lockRelation(tx, order.userId)
  if (relation === null) return
  const rule = await ruleInForce(tx)
  if (rule === null) return
  const given = sharesByRule(rule, await factsOf(tx, order, relation), tx.settings.referral)
  const { form } = given
  const dueAt = plusDays(tx.clock.now(), rule.holdDays)
  const { referrerId } = relation
  const shares = await sharesOf(tx, { given, couponCredits: rule.couponCredits, refereeId: order.userId, referrerId })
  const raised = await raiseShares(tx, { orderId: order.id, referrerId, ordinary: raisable(given), shares })
  for (const share of raised.filter(({ amount }) => amount > 0)) {
    // The invited are welcomed with credits, whatever the others are given.
    await bear(tx, { order, rule, dueAt, form: share.level === 0 ? 'credits' : form, ...share })
  }
}

/** Held until commit, so that of two orders that are paid at once one is the first. */
async function lockRelation(tx: TxContext, refereeId: string): Promise<Relation | null> {
  const [relation] = await tx.prisma.$queryRaw<Relation[]>`
    SELECT referrer_id AS "referrerId", created_at AS "createdAt" FROM referral_relations
    WHERE referee_id = ${refereeId}::uuid FOR UPDATE`
  return relation ?? null
}

async function factsOf(tx: TxContext, order: PaidOrder, { createdAt }: Relation): Promise<OrderFacts> {
  const earlierOrders = await tx.prisma.order.count({
    where: { userId: order.userId, id: { not: order.id }, paidAt: { not: null }, payableFen: { gt: 0 } },
  })
  return { baseFen: order.receivedFen, earlierOrders, boundAt: createdAt, now: tx.clock.now() }
}

interface Owed {
  given: RuleShares
  couponCredits: number | null
  refereeId: string
  referrerId: string
}

/** Whom the rule's shares are for, and what they come to. */
async function sharesOf(tx: TxContext, { given, couponCredits, refereeId, referrerId }: Owed): Promise<Share[]> {
  const { baseFen, form, rate1Bp, rate2Bp, welcomeCredits } = given
  const amountAt = (rateBp: number) => rebateOf({ baseFen, refundedFen: 0, form, couponCredits }, rateBp)
  const shares: Share[] = []
  if (welcomeCredits !== null) shares.push({ level: 0, beneficiaryId: refereeId, rateBp: null, amount: welcomeCredits })
  if (rate1Bp !== null) shares.push({ level: 1, beneficiaryId: referrerId, rateBp: rate1Bp, amount: amountAt(rate1Bp) })
  const above = rate2Bp > 0 ? await referrerOf(tx, referrerId) : null
  if (above !== null) shares.push({ level: 2, beneficiaryId: above, rateBp: rate2Bp, amount: amountAt(rate2Bp) })
  return shares
}

async function referrerOf(tx: TxContext, refereeId: string): Promise<string | null> {
  const above = await tx.prisma.referralRelation.findUnique({ where: { refereeId }, select: { referrerId: true } })
  return above?.referrerId ?? null
}

async function bear(
  tx: TxContext,
  {
    order,
    rule,
    dueAt,
    form,
    level,
    beneficiaryId,
    rateBp,
    amount,
    participationId = null,
    campaign,
  }: Share & {
    order: PaidOrder
    rule: RuleInForce
    dueAt: Date
    form: RebateForm
  },
): Promise<void> {
  const id = tx.newId()
  const couponCredits = form === 'coupon' ? rule.couponCredits : null
  const frozen = {
    ruleId: rule.id,
    form,
    couponCredits,
    baseFen: order.receivedFen,
    rateBp,
    bornAmount: amount,
    amount,
  }
  const createdAt = tx.clock.now()
  await tx.prisma.rebate.create({
    data: {
      id,
      orderId: order.id,
      level,
      beneficiaryId,
      refereeId: order.userId,
      ...frozen,
      participationId,
      status: 'held',
      dueAt,
      createdAt,
    },
    select: { id: true },
  })
  if (await flagRebate(tx, { rebateId: id, moment: 'fulfilment' })) {
    await tx.prisma.rebate.update({ where: { id }, data: { status: 'in_review' }, select: { id: true } })
    await holdForReview(tx, { userId: beneficiaryId })
  }
  const params = { form, amount, level, dueAt: dueAt.toISOString(), ...(campaign && { campaign }) }
  await notify(tx, { userId: beneficiaryId, event: { kind: 'rebate_born', params }, key: `rebate_born:${id}` })
}
