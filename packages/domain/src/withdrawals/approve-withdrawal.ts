import type { WithdrawalStatus } from '@mozhou/contracts/withdrawals/kinds'
import type { DomainContext, TxContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { calendarStarts } from './cash-limits.ts'
import { holdSuspended, mayBePaid } from './hold-suspended.ts'
import { lockWithdrawal } from './lock-withdrawal.ts'
import type { LockedWithdrawal } from './lock-withdrawal.ts'
import { readRules } from './read-rules.ts'
import { taxOf } from './tax-rules.ts'
import type { TaxHistory } from './tax-rules.ts'

/** Lets one go that nobody has to look at; one of a suspended person waits for somebody. @returns where it stands then */
export function approveWithdrawal(
  ctx: DomainContext,
  { withdrawalId }: { withdrawalId: string },
): Promise<{ status: WithdrawalStatus }> {
  return inTransaction(ctx, async (tx) => {
    const row = await lockWithdrawal(tx, { withdrawalId })
    if (row.status !== 'requested') return { status: row.status }
    if (await mayBePaid(tx, row)) {
      await approve(tx, row)
      return { status: 'approved' }
    }
    await holdSuspended(tx, row)
    return { status: 'in_review' }
  })
}

/** Decides what is withheld, by the policy of this moment. */
export async function approve(
  tx: TxContext,
  row: LockedWithdrawal,
  decided: { decidedById?: string; decidedAt?: Date; decisionNote?: string } = {},
): Promise<{ taxFen: number; netFen: number }> {
  const { taxPolicy } = await readRules(tx)
  const taxFen = taxOf(taxPolicy, row.amountFen, await readHistory(tx, row))
  const netFen = row.amountFen - taxFen
  await tx.prisma.withdrawal.update({
    where: { id: row.id },
    data: { status: 'approved', taxPolicy, taxFen, netFen, approvedAt: tx.clock.now(), ...decided },
    select: { id: true },
  })
  return { taxFen, netFen }
}

/** What was approved before in month and year, and has not come to nothing. */
async function readHistory(tx: TxContext, { userId, id }: LockedWithdrawal): Promise<TaxHistory> {
  const now = tx.clock.now()
  const starts = calendarStarts(now)
  const rows = await tx.prisma.withdrawal.findMany({
    where: { userId, id: { not: id }, approvedAt: { gte: starts.year }, status: { notIn: ['failed', 'cancelled'] } },
    select: { amountFen: true, taxFen: true, approvedAt: true },
  })
  const approved = rows.map(({ approvedAt, ...sums }) => ({ ...sums, at: approvedAt ?? now }))
  const since = (start: Date) =>
    approved.reduce(
      (sum, { amountFen, taxFen, at }) =>
        at >= start ? { grossFen: sum.grossFen + amountFen, taxFen: sum.taxFen + (taxFen ?? 0) } : sum,
      { grossFen: 0, taxFen: 0 },
    )
  const first = new Date(Math.min(now.getTime(), ...approved.map(({ at }) => at.getTime())))
  const months = monthOf(now) - monthOf(first) + 1
  return { month: since(starts.month), year: since(starts.year), months }
}

/** Of the year, on Shanghai's calendar. */
function monthOf(at: Date): number {
  return new Date(at.getTime() + 8 * 3_600_000).getUTCMonth()
}
