import type { RebateForm, RebateLevel } from '@mozhou/contracts/referrals/kinds'
import { takeBoost } from '../campaigns/boost-rebates.ts'
import type { TakenBoost } from '../campaigns/boost-rebates.ts'
import type { TxContext } from '../context.ts'
import { notify } from '../notifications/notify.ts'
import { rebateOf } from '../rebate-of.ts'
import { formInForce, ordinaryShares, ruleInForce } from '../rule-in-force.ts'
import type { RuleInForce } from '../rule-in-force.ts'
import { holdForReview } from '../withdrawals/hold-for-review.ts'
import { flagRebate } from './flag-rebate.ts'
import { plusDays } from './rebate-rules.ts'

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

interface Share {
  level: RebateLevel
  beneficiaryId: string
  rateBp: number | null
  amount: number
  /** By which a campaign made it more than the rule does. */
  participationId: string | null
}

/**
 * What a paid order is worth to who invited its person, as rows that wait until the days for refunds are over. Part of the fulfilment's
 * transaction, after the payment is kept and credits are given: what a campaign adds comes out of its budget. Moves no credits.
 */
export async function bearRebates(tx: TxContext, order: PaidOrder): Promise<void> {
  if (order.receivedFen <= 0) return
  const relation = await lockRelation(tx, order.userId)
  if (relation === null) return
  const rule = await ruleInForce(tx)
  if (rule === null) return
  const form = formInForce(rule, tx.settings.referral)
  const dueAt = plusDays(tx.clock.now(), rule.holdDays)
  const { shares, taken } = await sharesOf(tx, { order, relation, rule })
  for (const share of shares) {
    // The invited are welcomed with credits, whatever the others are given.
    await bear(tx, { order, rule, dueAt, taken, form: share.level === 0 ? 'credits' : form, ...share })
  }
}

/** Held until commit, so that of two orders that are paid at once one is the first. */
async function lockRelation(tx: TxContext, refereeId: string): Promise<Relation | null> {
  const [relation] = await tx.prisma.$queryRaw<Relation[]>`
    SELECT referrer_id AS "referrerId", created_at AS "createdAt" FROM referral_relations
    WHERE referee_id = ${refereeId}::uuid FOR UPDATE`
  return relation ?? null
}

/** What the rule gives, and where a campaign gives more, that. */
async function sharesOf(
  tx: TxContext,
  input: { order: PaidOrder; relation: Relation; rule: RuleInForce },
): Promise<{ shares: Share[]; taken: TakenBoost | null }> {
  const { order, relation, rule } = input
  const { id: orderId, userId, receivedFen: baseFen } = order
  const { referrerId, createdAt: boundAt } = relation
  const earlierOrders = await tx.prisma.order.count({
    where: { userId, id: { not: orderId }, paidAt: { not: null }, payableFen: { gt: 0 } },
  })
  const facts = { baseFen, earlierOrders, boundAt, now: tx.clock.now() }
  const ordinary = ordinaryShares(rule, facts, tx.settings.referral)
  const taken = await takeBoost(tx, { orderId, referrerId, ordinary })
  const participationId = taken?.participationId ?? null
  const raised = participationId === null ? null : (taken?.offered ?? null)
  const by = (value: number | null) => (value === null ? null : participationId)
  const { form, rate1Bp, rate2Bp } = ordinary
  const amountAt = (rateBp: number) => rebateOf({ baseFen, refundedFen: 0, form }, rateBp)
  const shares: Share[] = []
  if (ordinary.welcomeCredits !== null) {
    const more = raised?.welcomeCredits ?? null
    const amount = more ?? ordinary.welcomeCredits
    shares.push({ level: 0, beneficiaryId: userId, rateBp: null, amount, participationId: by(more) })
  }
  if (rate1Bp !== null) {
    const better = raised?.rateBp ?? null
    const rateBp = better ?? rate1Bp
    shares.push({ level: 1, beneficiaryId: referrerId, rateBp, amount: amountAt(rateBp), participationId: by(better) })
  }
  const above = rate2Bp > 0 ? await referrerOf(tx, referrerId) : null
  if (above !== null)
    shares.push({ level: 2, beneficiaryId: above, rateBp: rate2Bp, amount: amountAt(rate2Bp), participationId: null })
  return { shares: shares.filter(({ amount }) => amount > 0), taken }
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
    participationId,
    taken,
  }: Share & {
    order: PaidOrder
    rule: RuleInForce
    dueAt: Date
    form: RebateForm
    taken: TakenBoost | null
  },
): Promise<void> {
  const id = tx.newId()
  const frozen = {
    ruleId: rule.id,
    form,
    baseFen: order.receivedFen,
    rateBp,
    bornAmount: amount,
    amount,
    participationId,
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
  const campaign = campaignTold(taken, level)
  const params = { form, amount, level, dueAt: dueAt.toISOString(), ...(campaign && { campaign }) }
  await notify(tx, { userId: beneficiaryId, event: { kind: 'rebate_born', params }, key: `rebate_born:${id}` })
}

/** The campaign that raised this share, or would have while there was enough left; nothing where none would. */
function campaignTold(taken: TakenBoost | null, level: RebateLevel) {
  if (taken === null || level === 2) return null
  const { name, offered, participationId } = taken
  const raised = level === 0 ? offered.welcomeCredits : offered.rateBp
  return raised === null ? null : { name, isCovered: participationId !== null }
}
