import type { WithdrawalStatus } from '@mozhou/contracts/withdrawals/kinds'
import type { ChannelsContext } from '../payment-channels/channels-context.ts'
import { storedPayChannel, storedWithdrawalStatus } from '../stored-columns.ts'
import { concludeTransfer } from './conclude-transfer.ts'
import type { StartedWithdrawal } from './request-withdrawal.ts'
import { transferNoOf } from './transfer-no.ts'
import { transfersOf } from './transfers-of.ts'

/**
 * Where the newest transfer of a withdrawal stands, and never sends anything. `isAbsent`: the channel has never heard of it.
 * @throws PaymentFailure
 */
export async function askTransfer(
  ctx: ChannelsContext,
  { withdrawalId }: { withdrawalId: string },
): Promise<{ status: WithdrawalStatus; isAbsent: boolean; mayReturn: boolean }> {
  const { attempt, status } = await ctx.prisma.withdrawal.findUniqueOrThrow({
    where: { id: withdrawalId },
    select: { attempt: true, status: true },
  })
  const transferNo = transferNoOf(withdrawalId, attempt)
  const sent = await ctx.prisma.withdrawalTransfer.findUnique({ where: { transferNo }, select: { channel: true } })
  if (sent === null) return { status: storedWithdrawalStatus(status), isAbsent: true, mayReturn: false }
  const transfers = await transfersOf(ctx, storedPayChannel(sent.channel))
  const known = await transfers.query(transferNo)
  const asked = { transferNo, withdrawalId, attempt }
  const isAbsent = known.state === 'absent'
  return { ...(await concludeTransfer(ctx, asked, known)), isAbsent, mayReturn: transfers.confirmMs === null }
}

/** A channel's notice says that something has happened: what, the channel is asked. Null for a number that is not ours. */
export async function noteTransfer(
  ctx: ChannelsContext,
  { transferNo }: { transferNo: string },
): Promise<StartedWithdrawal | null> {
  const sent = await ctx.prisma.withdrawalTransfer.findUnique({
    where: { transferNo },
    select: { withdrawalId: true, attempt: true, withdrawal: { select: { userId: true, amountFen: true } } },
  })
  if (sent === null) {
    ctx.log.error({ transferNo }, 'a notice of a transfer that is not ours')
    return null
  }
  const { withdrawalId, attempt, withdrawal } = sent
  await askTransfer(ctx, { withdrawalId })
  return { withdrawalId, attempt, ...withdrawal }
}
