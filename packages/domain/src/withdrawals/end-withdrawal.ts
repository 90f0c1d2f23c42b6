import { formatId } from '@mozhou/contracts/ids'
import type { WithdrawalEndReason } from '@mozhou/contracts/withdrawals/kinds'
import { Prisma } from '@mozhou/db/client'
import type { TxContext } from '../context.ts'
import { postEntry, postEntryCall, withPostingErrors } from '../credits/post-entry.ts'
import { reverseEntry } from '../credits/reverse-entry.ts'
import { notify } from '../notifications/notify.ts'
import { entryKey, referenceOf } from './entry-keys.ts'
import type { LockedWithdrawal } from './lock-withdrawal.ts'

/** It came to nothing: what was held is in the balance again, and the person is told why. Call `wakeReaders` after the commit. */
export async function endUnpaid(
  tx: TxContext,
  row: LockedWithdrawal,
  end: { status: 'failed' | 'cancelled'; reason: WithdrawalEndReason; note?: string },
): Promise<void> {
  await tx.prisma.withdrawal.update({
    where: { id: row.id },
    data: { status: end.status, endReason: end.reason, endedAt: tx.clock.now() },
    select: { id: true },
  })
  await postEntry(tx, {
    key: entryKey('released', row),
    kind: 'withdrawal_released',
    userId: row.userId,
    unit: 'cash',
    amount: row.amountFen,
    reference: referenceOf(row),
  })
  // Who took it back knows.
  if (end.reason !== 'by_person') await tellEnded(tx, row, end.reason, end.note ?? null)
}

/** It has arrived: released from what waits, paid out, and withheld, in one statement with the row's own end. */
export async function endPaid(tx: TxContext, row: LockedWithdrawal): Promise<void> {
  const { id, netFen, taxFen } = row
  if (netFen === null || taxFen === null) throw new Error(`withdrawal ${id} was paid and never approved`)
  await withPostingErrors(() => tx.prisma.$executeRaw(paidStatement(tx, row, { netFen, taxFen })))
  const event = {
    kind: 'withdrawal_paid' as const,
    params: { withdrawalId: formatId('withdrawal', id), amountFen: netFen },
  }
  await notify(tx, { userId: row.userId, event, key: entryKey('paid', row) })
}

/** Each posting takes the owner from the row before it, so that no plan can pay out what was not released. */
function paidStatement(
  tx: TxContext,
  row: LockedWithdrawal,
  { netFen, taxFen }: { netFen: number; taxFen: number },
): Prisma.Sql {
  const post = (fact: 'released' | 'paid' | 'tax', owner: Prisma.Sql, amount: number) =>
    postEntryCall(tx, {
      key: entryKey(fact, row),
      kind: `withdrawal_${fact}`,
      owner,
      unit: 'cash',
      amount,
      reference: referenceOf(row),
    })
  const withheld =
    taxFen === 0
      ? Prisma.empty
      : Prisma.sql`CROSS JOIN LATERAL ${post('tax', Prisma.sql`paid.user_id`, -taxFen)} AS tax`
  return Prisma.sql`
    WITH ended AS (
      UPDATE withdrawals SET status = 'paid', ended_at = ${tx.clock.now()} WHERE id = ${row.id}::uuid RETURNING user_id
    )
    SELECT count(*) FROM ended
    CROSS JOIN LATERAL ${post('released', Prisma.sql`ended.user_id`, row.amountFen)} AS released
    CROSS JOIN LATERAL ${post('paid', Prisma.sql`released.user_id`, -netFen)} AS paid ${withheld}`
}

/** It had arrived, and the channel brought it back: everything that was paid and withheld is in the balance again. */
export async function endReturned(tx: TxContext, row: LockedWithdrawal): Promise<void> {
  await tx.prisma.withdrawal.update({
    where: { id: row.id },
    data: { status: 'failed', endReason: 'returned' },
    select: { id: true },
  })
  for (const [fact, back] of [
    ['paid', 'returned'],
    ['tax', 'tax-returned'],
  ] as const)
    await reverseEntry(tx, {
      key: entryKey(back, row),
      originalKey: entryKey(fact, row),
      kind: `withdrawal_${fact}`,
      reason: '渠道退回',
    })
  await tellEnded(tx, row, 'returned', null)
}

async function tellEnded(
  tx: TxContext,
  row: LockedWithdrawal,
  reason: WithdrawalEndReason,
  note: string | null,
): Promise<void> {
  const params = { withdrawalId: formatId('withdrawal', row.id), amountFen: row.amountFen, reason, note }
  const key = `withdrawal-ended:${row.id}:${row.attempt}:${reason}`
  await notify(tx, { userId: row.userId, event: { kind: 'withdrawal_ended', params }, key })
}
