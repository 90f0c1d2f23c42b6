import type { RebateForm } from '@mozhou/contracts/referrals/kinds'
import type { TxContext } from '../context.ts'
import { isInWindow, rebateOf } from './rebate-rules.ts'
import { ruleInForce } from './rule-in-force.ts'
import type { RuleInForce } from './rule-in-force.ts'
import { storedRuleForm, storedWindow } from './stored-referrals.ts'

export interface OrderFacts {
  baseFen: number
  /** Orders that its person had paid before. */
  earlierOrders: number
  boundAt: Date
  now: Date
}

/** What a rule gives for an order, by level. */
export interface RuleShares {
  /** Money received. */
  baseFen: number
  form: RebateForm
  /** In basis points; null where the order does not count. */
  rate1Bp: number | null
  rate2Bp: number
  /** Null where the invited has paid before. */
  welcomeCredits: number | null
}

/** Cash only while the deployment gives cash: what is off is off for what comes, whatever a rule says. */
export function sharesByRule(
  rule: Pick<RuleInForce, 'form' | 'window' | 'windowCount' | 'ratesBp' | 'welcomeCredits'>,
  { baseFen, earlierOrders, boundAt, now }: OrderFacts,
  { allowsCash }: { allowsCash: boolean },
): RuleShares {
  const { windowCount, ratesBp, welcomeCredits } = rule
  const isCounted = isInWindow({ window: storedWindow(rule.window), windowCount, earlierOrders, boundAt, now })
  const [rate1 = 0, rate2 = 0] = ratesBp
  const form = storedRuleForm(rule.form)
  return {
    baseFen,
    form: form === 'cash' && !allowsCash ? 'credits' : form,
    rate1Bp: isCounted ? rate1 : null,
    rate2Bp: isCounted ? rate2 : 0,
    welcomeCredits: earlierOrders === 0 ? welcomeCredits : null,
  }
}

/** A coupon is one or none, so a better rate would add nothing that a budget could hold. */
type RaisedForm = Exclude<RebateForm, 'coupon'>

/** What the rules of referral give for an order by themselves, as far as campaigns raise it. */
export interface OrdinaryShares extends Omit<RuleShares, 'form' | 'rate1Bp'> {
  form: RaisedForm
  /** Null where there is none to raise: the order does not count, or is worth a coupon. */
  rate1Bp: number | null
}

export function raisable({ form, rate1Bp, ...shares }: RuleShares): OrdinaryShares {
  return {
    ...shares,
    form: form === 'cash' ? 'cash' : 'credits',
    rate1Bp: form === 'coupon' ? null : rate1Bp,
  }
}

/** Of an order as it would be, or was, by the rules of this moment; null where nothing is in force. */
export async function readOrdinaryRule(
  ctx: Pick<TxContext, 'prisma' | 'clock' | 'settings'>,
): Promise<((facts: OrderFacts) => OrdinaryShares) | null> {
  const rule = await ruleInForce(ctx)
  return rule && ((facts) => raisable(sharesByRule(rule, facts, ctx.settings.referral)))
}

/** A rebate at another rate than the rules'. */
export function rebateAt({ baseFen, form }: Pick<OrdinaryShares, 'baseFen' | 'form'>, rateBp: number): number {
  return rebateOf({ baseFen, refundedFen: 0, form, couponCredits: null }, rateBp)
}

/** Of the second level, in basis points, by the rules of this moment; 0: there is none. */
export async function readSecondRate(ctx: Pick<TxContext, 'prisma' | 'clock'>): Promise<number> {
  return (await ruleInForce(ctx))?.ratesBp[1] ?? 0
}
