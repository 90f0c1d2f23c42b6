import type { TxContext } from '../context.ts'

/** The newest approved version whose day has come; null only where a deployment has taken them all away. */
export function ruleInForce(ctx: Pick<TxContext, 'prisma' | 'clock'>) {
  return ctx.prisma.referralRule.findFirst({
    where: { status: 'approved', inForceFrom: { lte: ctx.clock.now() } },
    orderBy: [{ inForceFrom: 'desc' }, { version: 'desc' }],
  })
}

export type RuleInForce = NonNullable<Awaited<ReturnType<typeof ruleInForce>>>
