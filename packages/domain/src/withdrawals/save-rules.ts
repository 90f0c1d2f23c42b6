import { AppError } from '@mozhou/contracts/errors'
import type { WithdrawalRulesDto } from '@mozhou/contracts/withdrawals/answers'
import type { SaveWithdrawalRulesInput } from '@mozhou/contracts/withdrawals/inputs'
import type { Actor } from '../audit/actor.ts'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import type { DomainContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { readRules } from './read-rules.ts'

/**
 * Opens or shuts withdrawals, and sets limits and how tax is withheld. What was approved before keeps its tax.
 * @throws AppError WITHDRAWAL_RULES_CHANGED when somebody else changed them since they were read, VALIDATION_FAILED
 */
export function saveRules(
  ctx: DomainContext,
  { actor, version, ...rules }: SaveWithdrawalRulesInput & { actor: Actor },
): Promise<WithdrawalRulesDto> {
  const { leastFen, dayFen, monthFen } = rules
  if (dayFen < leastFen)
    throw new AppError('VALIDATION_FAILED', { field: 'dayFen', rule: 'too_small', minimum: leastFen })
  if (monthFen < dayFen)
    throw new AppError('VALIDATION_FAILED', { field: 'monthFen', rule: 'too_small', minimum: dayFen })
  return inTransaction(ctx, async (tx) => {
    const before = await readRules(tx)
    const { count } = await tx.prisma.withdrawalRules.updateMany({
      where: { id: 1, version },
      data: { ...rules, version: { increment: 1 }, updatedAt: tx.clock.now() },
    })
    if (count === 0) throw new AppError('WITHDRAWAL_RULES_CHANGED')
    const after = await readRules(tx)
    await writeAuditRow(tx, {
      actorId: actor.userId,
      permission: 'withdrawal:rules',
      action: 'withdrawal.rules',
      target: 'withdrawal_rules',
      before,
      after,
      requestId: actor.requestId,
    })
    return after
  })
}
