import type { WithdrawalRulesDto } from '@mozhou/contracts/withdrawals/answers'
import type { TxContext } from '../context.ts'
import { dayOf, dayStart } from '../shanghai-day.ts'

/** Instants at which the day, the month and the year of Shanghai's calendar began. */
export function calendarStarts(now: Date): { day: Date; month: Date; year: Date } {
  const today = dayOf(now)
  return {
    day: dayStart(today),
    month: dayStart(`${today.slice(0, 7)}-01`),
    year: dayStart(`${today.slice(0, 4)}-01-01`),
  }
}

/** What the limits leave now; withdrawals that came to nothing do not count. `except`: one that is asked for again. */
export async function leftOfLimits(
  { prisma, clock }: Pick<TxContext, 'prisma' | 'clock'>,
  rules: Pick<WithdrawalRulesDto, 'dayFen' | 'monthFen'>,
  { userId, except }: { userId: string; except?: string },
): Promise<number> {
  const { day, month } = calendarStarts(clock.now())
  const rows = await prisma.withdrawal.findMany({
    where: {
      userId,
      requestedAt: { gte: month },
      status: { notIn: ['failed', 'cancelled'] },
      ...(except !== undefined && { id: { not: except } }),
    },
    select: { amountFen: true, requestedAt: true },
  })
  const sum = (since: Date) =>
    rows.reduce((total, { amountFen, requestedAt }) => (requestedAt >= since ? total + amountFen : total), 0)
  return Math.max(0, Math.min(rules.dayFen - sum(day), rules.monthFen - sum(month)))
}
