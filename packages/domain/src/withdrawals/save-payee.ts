import { AppError } from '@mozhou/contracts/errors'
import type { SavePayeeInput } from '@mozhou/contracts/withdrawals/inputs'
import { lockUser } from '../accounts/lock-user.ts'
import type { ChannelsContext } from '../payment-channels/channels-context.ts'
import { inTransaction } from '../transaction.ts'
import { accountHash, accountMark, nameMark, sealPayee } from './payee-seal.ts'
import { payoutChannels } from './payout-channels.ts'

const accountPatterns = {
  alipay: /^(?:1\d{10}|[^\s@]+@[^\s@]+\.[^\s@]+)$/,
  /** An openid, which WeChat gives the app. */
  wechat: /^o[A-Za-z0-9_-]{15,40}$/,
} as const

/**
 * Whom a person's cash goes to from now on; a withdrawal under way keeps whom it began with.
 * @throws AppError CHANNEL_NOT_OFFERED, VALIDATION_FAILED for an account that its channel cannot have
 */
export async function savePayee(ctx: ChannelsContext, input: SavePayeeInput & { userId: string }): Promise<void> {
  const { userId, channel, account } = input
  if (!(await payoutChannels(ctx)).includes(channel)) throw new AppError('CHANNEL_NOT_OFFERED')
  if (!accountPatterns[channel].test(account))
    throw new AppError('VALIDATION_FAILED', { field: 'account', rule: 'pattern' })
  await inTransaction(ctx, async (tx) => {
    await tx.prisma.$executeRaw(lockUser(userId))
    await tx.prisma.payee.updateMany({ where: { userId, isCurrent: true }, data: { isCurrent: false } })
    const id = tx.newId()
    await tx.prisma.payee.create({
      data: {
        id,
        userId,
        channel,
        accountHash: accountHash(channel, account),
        accountMark: accountMark(account),
        nameMark: nameMark(input.realName),
        ...sealPayee(ctx, id, input),
        createdAt: tx.clock.now(),
      },
      select: { id: true },
    })
  })
}
