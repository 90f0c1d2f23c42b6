import type { RebateForm } from '@mozhou/contracts/referrals/kinds'
import type { TxContext } from './context.ts'
import { isInWindow, rebateOf } from './referrals/rebate-rules.ts'
import { ruleInForce } from './referrals/rule-in-force.ts'
import type { RuleInForce } from './referrals/rule-in-force.ts'
import { storedRuleForm, storedWindow } from './referrals/stored-referrals.ts'

/** A coupon is one or none, so a better rate would add nothing that a budget could hold. */
type RaisedForm = Exclude<RebateForm, 'coupon'>

export const raisedFormOf = (form: RebateForm): RaisedForm => (form === 'cash' ? 'cash' : 'credits')

/** What the rules of referral give for an order by themselves; what campaigns raise. */
export interface OrdinaryShares {
  /** Money received. */
  baseFen: number
  form: RaisedForm
  /** In basis points: of the first level, null where there is none to raise (the order does not count, or is worth a coupon), and of the second. */
  rate1Bp: number | null
  rate2Bp: number
  /** Null where the invited has paid before. */
  welcomeCredits: number | null
}

export interface OrderFacts {
  baseFen: number
  /** Orders that its person had paid before. */
  earlierOrders: number
  boundAt: Date
  now: Date
}

/** Of an order as it would be, or was, by the rules of this moment; null where nothing is in force. */
export async function readOrdinaryRule(
  ctx: Pick<TxContext, 'prisma' | 'clock' | 'settings'>,
): Promise<((facts: OrderFacts) => OrdinaryShares) | null> {
  const rule = await ruleInForce(ctx)
  return rule && ((facts) => sharesOf(rule, facts, ctx.settings.referral))
}

function sharesOf(
  rule: RuleInForce,
  { baseFen, earlierOrders, boundAt, now }: OrderFacts,
  { allowsCash }: { allowsCash: boolean },
): OrdinaryShares {
  const { windowCount, ratesBp, welcomeCredits } = rule
  const isCounted = isInWindow({ window: storedWindow(rule.window), windowCount, earlierOrders, boundAt, now })
  const [rate1 = 0, rate2 = 0] = ratesBp
  const form = storedRuleForm(rule.form)
  return {
    baseFen,
    form: allowsCash ? raisedFormOf(form) : 'credits',
    rate1Bp: isCounted && form !== 'coupon' ? rate1 : null,
    rate2Bp: isCounted ? rate2 : 0,
    welcomeCredits: earlierOrders === 0 ? welcomeCredits : null,
  }
}

/** A rebate at another rate than the rules'. */
export function rebateAt({ baseFen, form }: Pick<OrdinaryShares, 'baseFen' | 'form'>, rateBp: number): number {
  return rebateOf({ baseFen, refundedFen: 0, form, couponCredits: null }, rateBp)
}

/** Of the second level, in basis points, by the rules of this moment; 0: there is none. */
export async function readSecondRate(ctx: Pick<TxContext, 'prisma' | 'clock'>): Promise<number> {
  return (await ruleInForce(ctx))?.ratesBp[1] ?? 0
}
