import { rewardForms, ruleWindows } from '@mozhou/contracts/referrals/kinds'
import type { RebateForm } from '@mozhou/contracts/referrals/kinds'
import type { TxContext } from './context.ts'
import { isInWindow } from './rebate-of.ts'
import { storedOneOf } from './stored.ts'

export const storedRuleForm = storedOneOf('referral_rules.form', rewardForms)
export const storedWindow = storedOneOf('referral_rules.window', ruleWindows)

/** The newest approved version whose day has come; null only where a deployment has taken them all away. */
export function ruleInForce(ctx: Pick<TxContext, 'prisma' | 'clock'>) {
  return ctx.prisma.referralRule.findFirst({
    where: { status: 'approved', inForceFrom: { lte: ctx.clock.now() } },
    orderBy: [{ inForceFrom: 'desc' }, { version: 'desc' }],
  })
}

export type RuleInForce = NonNullable<Awaited<ReturnType<typeof ruleInForce>>>

/** Cash only while the deployment gives cash: what is off is off for what comes, whatever a rule says. */
export function formInForce(rule: Pick<RuleInForce, 'form'>, { allowsCash }: { allowsCash: boolean }): RebateForm {
  return storedRuleForm(rule.form) === 'cash' && allowsCash ? 'cash' : 'credits'
}

export interface OrderFacts {
  /** Money received. */
  baseFen: number
  /** Orders that its person had paid before. */
  earlierOrders: number
  boundAt: Date
  now: Date
}

/** What the rule gives for an order by itself. */
export interface OrdinaryShares {
  baseFen: number
  form: RebateForm
  /** In basis points: of the first level, null where the order is none that counts, and of the second. */
  rate1Bp: number | null
  rate2Bp: number
  /** Null where the invited has paid before. */
  welcomeCredits: number | null
}

export function ordinaryShares(
  rule: RuleInForce,
  { baseFen, earlierOrders, boundAt, now }: OrderFacts,
  settings: { allowsCash: boolean },
): OrdinaryShares {
  const { windowCount, ratesBp, welcomeCredits } = rule
  const isCounted = isInWindow({ window: storedWindow(rule.window), windowCount, earlierOrders, boundAt, now })
  const [rate1 = 0, rate2 = 0] = ratesBp
  return {
    baseFen,
    form: formInForce(rule, settings),
    rate1Bp: isCounted ? rate1 : null,
    rate2Bp: isCounted ? rate2 : 0,
    welcomeCredits: earlierOrders === 0 ? welcomeCredits : null,
  }
}
