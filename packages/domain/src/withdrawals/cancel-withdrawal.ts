import { AppError } from '@mozhou/contracts/errors'
import type { ChannelsContext } from '../payment-channels/channels-context.ts'
import { storedPayChannel } from '../stored-columns.ts'
import { inTransaction } from '../transaction.ts'
import { endUnpaid } from './end-withdrawal.ts'
import { lockWithdrawal } from './lock-withdrawal.ts'
import type { StartedWithdrawal } from './request-withdrawal.ts'
import { isUnsubmitted } from './state-rules.ts'
import { transferNoOf } from './transfer-no.ts'
import { transfersOf } from './transfers-of.ts'

/**
 * The person wants it back. Before it was sent it is theirs again at once; while it waits for them the channel is asked to call it off, and
 * what the channel says of it then is what holds. @throws AppError WITHDRAWAL_NOT_FOUND, WITHDRAWAL_SENT
 */
export async function cancelWithdrawal(
  ctx: ChannelsContext,
  { withdrawalId, userId }: { withdrawalId: string; userId: string },
): Promise<StartedWithdrawal> {
  const { sent, ...started } = await inTransaction(ctx, async (tx) => {
    const row = await lockWithdrawal(tx, { withdrawalId, userId })
    const { attempt, amountFen } = row
    const started = { withdrawalId, userId, attempt, amountFen, sent: null }
    if (row.status === 'cancelled') return started
    if (isUnsubmitted(row.status)) {
      await endUnpaid(tx, row, { status: 'cancelled', reason: 'by_person' })
      return started
    }
    if (row.status !== 'awaiting_confirm') throw new AppError('WITHDRAWAL_SENT')
    const transferNo = transferNoOf(withdrawalId, row.attempt)
    const { channel } = await tx.prisma.withdrawalTransfer.update({
      where: { transferNo },
      data: { cancelledAt: tx.clock.now() },
      select: { channel: true },
    })
    return { ...started, sent: { transferNo, channel: storedPayChannel(channel) } }
  })
  if (sent !== null) await (await transfersOf(ctx, sent.channel)).cancel(sent.transferNo)
  return started
}
