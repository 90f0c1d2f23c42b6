import type { AdjustCreditsInput } from '@mozhou/contracts/credits/inputs'
import type { TransactionDto } from '@mozhou/contracts/credits/answers'
import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { Actor } from '../audit/actor.ts'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import type { DomainContext, TxContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { postEntry } from './post-entry.ts'
import { toTransactionDto } from './transaction-dto.ts'

/**
 * An operator gives or takes, with a reason that the user sees. The same request key again changes nothing and is audited once.
 * @throws AppError USER_IS_ONESELF, USER_NOT_FOUND, CREDITS_INSUFFICIENT, IDEMPOTENCY_KEY_REUSED for another user, amount or reason,
 *   VALIDATION_FAILED when the balance would not fit
 */
export async function adjustCredits(
  ctx: Pick<DomainContext, keyof TxContext>,
  input: AdjustCreditsInput & { actor: Actor },
): Promise<TransactionDto> {
  const { actor, userId, unit, amount, reason, requestKey } = input
  if (actor.userId === userId) throw new AppError('USER_IS_ONESELF')
  return inTransaction(ctx, async (tx) => {
    const entry = await postEntry(tx, {
      key: `adjust:${requestKey}`,
      kind: 'adjust',
      userId,
      unit,
      amount,
      reference: { type: 'adjustment', id: requestKey },
      reason,
      actorId: actor.userId,
    })
    // The ledger holds a key to its amount; the person reads the reason beside it, so it is held to that too.
    if (entry.isReplay && entry.reason !== reason) throw new AppError('IDEMPOTENCY_KEY_REUSED')
    if (!entry.isReplay) {
      await writeAuditRow(tx, {
        actorId: actor.userId,
        permission: 'ledger:adjust',
        action: 'credits.adjust',
        target: formatId('user', userId),
        before: { unit, balance: entry.balanceAfter - amount },
        after: { unit, balance: entry.balanceAfter, amount, reason, entryId: formatId('entry', entry.id) },
        requestId: actor.requestId,
      })
    }
    return toTransactionDto(entry)
  })
}
