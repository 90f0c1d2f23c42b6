import type { CashAccountDto } from '@mozhou/contracts/withdrawals/answers'
import { openStatuses } from '@mozhou/contracts/withdrawals/kinds'
import { getBalance } from '../credits/get-balance.ts'
import type { ChannelsContext } from '../payment-channels/channels-context.ts'
import { storedPayChannel } from '../stored-columns.ts'
import { leftOfLimits } from './cash-limits.ts'
import { payoutChannels } from './payout-channels.ts'
import { readRules } from './read-rules.ts'
import { toWithdrawalDto, withdrawalSelect } from './withdrawal-dto.ts'

/** What a person has to know before they withdraw: what there is, how much of it may go now, and where to. */
export async function getCashAccount(ctx: ChannelsContext, { userId }: { userId: string }): Promise<CashAccountDto> {
  const [rules, { credits, cashFen }, channels, payee, open] = await Promise.all([
    readRules(ctx),
    getBalance(ctx, { userId }),
    payoutChannels(ctx),
    ctx.prisma.payee.findFirst({
      where: { userId, isCurrent: true },
      select: { channel: true, accountMark: true, nameMark: true },
    }),
    ctx.prisma.withdrawal.findFirst({
      where: { userId, status: { in: [...openStatuses] } },
      select: withdrawalSelect,
    }),
  ])
  return {
    isOn: rules.isOn,
    cashFen,
    leastFen: rules.leastFen,
    leftFen: await leftOfLimits(ctx, rules, { userId }),
    isInDebt: credits < 0 || cashFen < 0,
    channels,
    payee: payee && { ...payee, channel: storedPayChannel(payee.channel) },
    open: open && toWithdrawalDto(ctx.settings, open),
  }
}
