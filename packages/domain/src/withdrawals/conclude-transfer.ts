import { formatId } from '@mozhou/contracts/ids'
import type { WithdrawalEndReason, WithdrawalStatus } from '@mozhou/contracts/withdrawals/kinds'
import type { Transfer, TransferFailure } from '@mozhou/integrations/payments/transfers'
import { storedPayChannel } from '../stored-columns.ts'
import type { DomainContext, TxContext } from '../context.ts'
import { notify } from '../notifications/notify.ts'
import { wakeReaders } from '../notifications/wake-readers.ts'
import { inTransaction } from '../transaction.ts'
import { endPaid, endReturned, endUnpaid } from './end-withdrawal.ts'
import { lockWithdrawal } from './lock-withdrawal.ts'
import type { LockedWithdrawal } from './lock-withdrawal.ts'
import { isSent } from './state-rules.ts'

export interface AskedTransfer {
  transferNo: string
  withdrawalId: string
  attempt: number
}

/** What the channel says of a transfer, written down once: whoever hears it, however often, in whatever order. @returns where it stands */
export async function concludeTransfer(
  ctx: DomainContext,
  asked: AskedTransfer,
  known: Transfer,
): Promise<{ status: WithdrawalStatus }> {
  const { status, userId } = await inTransaction(ctx, async (tx) => {
    const row = await lockWithdrawal(tx, asked)
    return { userId: row.userId, status: await conclude(tx, row, asked, known) }
  })
  await wakeReaders(ctx, userId)
  return { status }
}

async function conclude(
  tx: TxContext,
  row: LockedWithdrawal,
  asked: AskedTransfer,
  known: Transfer,
): Promise<WithdrawalStatus> {
  // An older attempt's late words change nothing of a newer one.
  if (row.attempt !== asked.attempt) return row.status
  if (known.state === 'returned') return takeReturned(tx, row, asked, known)
  if (!isSent(row.status)) return row.status
  switch (known.state) {
    case 'absent':
      return row.status
    case 'processing':
      return move(tx, row, asked, known, 'submitted')
    case 'awaiting_confirm':
      await tellConfirm(tx, row, asked)
      return move(tx, row, asked, known, 'awaiting_confirm')
    case 'paid':
      assertAmount(row, known)
      await keep(tx, asked, known, 'paid')
      await endPaid(tx, row)
      return 'paid'
    case 'failed':
    case 'cancelled': {
      const cancelledAt = await keep(tx, asked, known, known.state)
      const isWanted = known.state === 'cancelled' && cancelledAt !== null
      const status = isWanted ? 'cancelled' : 'failed'
      await endUnpaid(tx, row, { status, reason: isWanted ? 'by_person' : endReasonOf(known) })
      return status
    }
  }
}

/** Of another sum nobody may guess what it means. */
function assertAmount({ id, netFen }: LockedWithdrawal, { amountFen }: Transfer): void {
  if (amountFen !== null && amountFen !== netFen)
    throw new Error(`withdrawal ${id}: the channel paid ${amountFen} where ${netFen ?? 0} were asked for`)
}

const reasons: Readonly<Record<TransferFailure, WithdrawalEndReason>> = {
  not_confirmed: 'not_confirmed',
  name_mismatch: 'name_mismatch',
  payee_not_found: 'payee_not_found',
  channel_short: 'channel_short',
  over_limit: 'over_limit',
  other: 'refused',
}

/** The payee who refuses it in the channel's app has not confirmed it. */
function endReasonOf({ state, failure }: Transfer): WithdrawalEndReason {
  return state === 'cancelled' ? 'not_confirmed' : reasons[failure ?? 'other']
}

async function takeReturned(
  tx: TxContext,
  row: LockedWithdrawal,
  asked: AskedTransfer,
  known: Transfer,
): Promise<WithdrawalStatus> {
  if (row.endReason === 'returned') return row.status
  // Nobody has heard that it had arrived.
  if (isSent(row.status)) {
    await endPaid(tx, row)
  } else if (row.status !== 'paid') return row.status
  await keep(tx, asked, known, 'paid')
  await tx.prisma.withdrawalTransfer.update({
    where: { transferNo: asked.transferNo },
    data: { returnedAt: tx.clock.now() },
    select: { transferNo: true },
  })
  await endReturned(tx, row)
  return 'failed'
}

async function move(
  tx: TxContext,
  row: LockedWithdrawal,
  asked: AskedTransfer,
  known: Transfer,
  status: 'submitted' | 'awaiting_confirm',
): Promise<WithdrawalStatus> {
  await keep(tx, asked, known, status)
  await tx.prisma.withdrawal.update({ where: { id: row.id }, data: { status }, select: { id: true } })
  return status
}

/** @returns when the person wanted it back, if they did */
async function keep(
  tx: TxContext,
  { transferNo }: AskedTransfer,
  { channelNo, confirmCode, vendorCode }: Transfer,
  status: WithdrawalStatus,
): Promise<Date | null> {
  const isOver = status === 'paid' || status === 'failed' || status === 'cancelled'
  const { cancelledAt } = await tx.prisma.withdrawalTransfer.update({
    where: { transferNo },
    data: {
      status,
      ...(channelNo !== null && { channelNo }),
      ...(confirmCode !== null && { confirmCode }),
      ...(vendorCode !== null && { vendorCode }),
      ...(isOver && { endedAt: tx.clock.now() }),
    },
    select: { cancelledAt: true },
  })
  return cancelledAt
}

async function tellConfirm(tx: TxContext, row: LockedWithdrawal, { transferNo }: AskedTransfer): Promise<void> {
  const { createdAt, confirmUntil, channel } = await tx.prisma.withdrawalTransfer.findUniqueOrThrow({
    where: { transferNo },
    select: { createdAt: true, confirmUntil: true, channel: true },
  })
  const params = {
    withdrawalId: formatId('withdrawal', row.id),
    amountFen: row.netFen ?? row.amountFen,
    channel: storedPayChannel(channel),
    until: (confirmUntil ?? createdAt).toISOString(),
  }
  const event = { kind: 'withdrawal_confirm' as const, params }
  await notify(tx, { userId: row.userId, event, key: `withdrawal-confirm:${transferNo}` })
}
