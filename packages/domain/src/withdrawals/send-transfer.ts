import { PaymentFailure } from '@mozhou/contracts/payments/payment-failure'
import type { WithdrawalStatus } from '@mozhou/contracts/withdrawals/kinds'
import { storedPayChannel, storedWithdrawalStatus } from '../stored-columns.ts'
import type { ChannelsContext } from '../payment-channels/channels-context.ts'
import { notifyUrlOf } from '../payment-channels/notify-url.ts'
import { inTransaction } from '../transaction.ts'
import { concludeTransfer } from './conclude-transfer.ts'
import { holdSuspended, mayBePaid } from './hold-suspended.ts'
import { lockWithdrawal } from './lock-withdrawal.ts'
import { openPayee } from './payee-seal.ts'
import { isSent } from './state-rules.ts'
import { transferNoOf } from './transfer-no.ts'
import { transfersOf } from './transfers-of.ts'

const remark = '推广返利提现'

/**
 * Asks the channel to pay. Written down before the call, since what it did is not known if its answer is lost; whoever comes after such a
 * call asks about it first, and sends only what the channel does not know, under the same number. Nothing is sent to a suspended person.
 * @throws PaymentFailure where nothing was sent, AppError CHANNEL_NOT_OFFERED
 */
export async function sendTransfer(
  ctx: ChannelsContext,
  { withdrawalId }: { withdrawalId: string },
): Promise<{ status: WithdrawalStatus; mayReturn: boolean }> {
  const begun = await begin(ctx, withdrawalId)
  if (!('transferNo' in begun)) return { ...begun, mayReturn: false }
  const { transferNo, channel, amountFen, payee } = begun
  const transfers = await transfersOf(ctx, channel)
  const asked = { transferNo, withdrawalId, attempt: begun.attempt }
  // What nobody had to confirm may be brought back.
  const mayReturn = transfers.confirmMs === null
  if (!begun.isNew) {
    const known = await transfers.query(transferNo)
    if (known.state !== 'absent') return { ...(await concludeTransfer(ctx, asked, known)), mayReturn }
    if (!begun.maySend) return { status: begun.status, mayReturn }
  }
  const { account, realName } = openPayee(ctx, payee)
  const order = { transferNo, amountFen, payee: { account, realName }, remark, notifyUrl: notifyUrlOf(ctx, channel) }
  try {
    return { ...(await concludeTransfer(ctx, asked, await transfers.transfer(order))), mayReturn }
  } catch (cause) {
    if (!(cause instanceof PaymentFailure) || cause.kind !== 'unknown_outcome') throw cause
    ctx.log.warn({ err: cause, withdrawalId, transferNo }, 'it is not known what became of a transfer')
    return { ...(await markUnknown(ctx, withdrawalId, transferNo)), mayReturn }
  }
}

interface Begun {
  transferNo: string
  attempt: number
  channel: 'alipay' | 'wechat'
  amountFen: number
  payee: { id: string; sealed: Uint8Array | null; sealedKeyId: string | null }
  status: WithdrawalStatus
  /** Nobody can have asked the channel before. */
  isNew: boolean
  /** A person who was suspended after it was sent is only asked about. */
  maySend: boolean
}

/** The number is written before the channel hears it. */
async function begin(ctx: ChannelsContext, withdrawalId: string): Promise<Begun | { status: WithdrawalStatus }> {
  const { isSandbox, channel, confirmMs } = await payeeChannel(ctx, withdrawalId)
  return inTransaction(ctx, async (tx) => {
    const row = await lockWithdrawal(tx, { withdrawalId })
    if (row.status !== 'approved' && !isSent(row.status)) return { status: row.status }
    const maySend = await mayBePaid(tx, row)
    if (!maySend && row.status === 'approved') {
      await holdSuspended(tx, row)
      return { status: 'in_review' }
    }
    const payee = await tx.prisma.payee.findUniqueOrThrow({
      where: { id: row.payeeId },
      select: { id: true, sealed: true, sealedKeyId: true },
    })
    const transferNo = transferNoOf(withdrawalId, row.attempt)
    const amountFen = row.netFen ?? 0
    const begun = { transferNo, attempt: row.attempt, channel, amountFen, payee, maySend }
    if (isSent(row.status)) return { ...begun, status: row.status, isNew: false }
    const now = tx.clock.now()
    await tx.prisma.withdrawalTransfer.create({
      data: {
        transferNo,
        withdrawalId,
        attempt: row.attempt,
        channel,
        amountFen,
        status: 'submitted',
        isSandbox,
        createdAt: now,
        confirmUntil: confirmMs === null ? null : new Date(now.getTime() + confirmMs),
      },
      select: { transferNo: true },
    })
    await tx.prisma.withdrawal.update({
      where: { id: withdrawalId },
      data: { status: 'submitted' },
      select: { id: true },
    })
    return { ...begun, status: 'submitted', isNew: true }
  })
}

async function payeeChannel(ctx: ChannelsContext, withdrawalId: string) {
  const { payee } = await ctx.prisma.withdrawal.findUniqueOrThrow({
    where: { id: withdrawalId },
    select: { payee: { select: { channel: true } } },
  })
  const channel = storedPayChannel(payee.channel)
  const { isSandbox, confirmMs } = await transfersOf(ctx, channel)
  return { channel, isSandbox, confirmMs }
}

async function markUnknown(
  ctx: ChannelsContext,
  withdrawalId: string,
  transferNo: string,
): Promise<{ status: WithdrawalStatus }> {
  return inTransaction(ctx, async (tx) => {
    const row = await lockWithdrawal(tx, { withdrawalId })
    // A notice may have been quicker.
    if (row.status !== 'submitted') return { status: row.status }
    await tx.prisma.withdrawalTransfer.update({ where: { transferNo }, data: { status: 'unknown' } })
    const { status } = await tx.prisma.withdrawal.update({ where: { id: withdrawalId }, data: { status: 'unknown' } })
    return { status: storedWithdrawalStatus(status) }
  })
}
