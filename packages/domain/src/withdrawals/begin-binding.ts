import { createHash, randomBytes } from 'node:crypto'
import type { BeginBindingDto } from '@mozhou/contracts/withdrawals/answers'
import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import { lockUser } from '../accounts/lock-user.ts'
import { offeredChannel } from '../payment-channels/channel-of.ts'
import type { ChannelsContext } from '../payment-channels/channels-context.ts'
import { inTransaction } from '../transaction.ts'
import { payoutChannels } from './payout-channels.ts'

/** The one channel whose account nobody can type: an openid is known to WeChat alone. */
export const bindingChannel = 'wechat'
const scanMs = 10 * 60_000

export const stateHash = (state: string) => new Uint8Array(createHash('sha256').update(state).digest())

/** Where WeChat sends people back to; its domain stands in the official account's list. */
export const bindingCallbackPath = '/api/v1/wechat-binding'

/**
 * What a person scans in WeChat to show who they are there. A code of theirs from before is of no use any more.
 * @throws AppError CHANNEL_NOT_OFFERED where WeChat pays nobody, or nobody has set up the official account
 */
export async function beginBinding(ctx: ChannelsContext, { userId }: { userId: string }): Promise<BeginBindingDto> {
  const { binding, isSandbox } = await offeredChannel(ctx, bindingChannel)
  const isPaying = (await payoutChannels(ctx)).includes(bindingChannel)
  if (binding?.isOffered !== true || !isPaying) throw new AppError('CHANNEL_NOT_OFFERED')
  const state = randomBytes(24).toString('hex')
  const url = await binding.authorizeUrl({ redirectUrl: `${ctx.publicApiUrl}${bindingCallbackPath}`, state })
  const id = ctx.newId()
  const now = ctx.clock.now()
  const expiresAt = new Date(now.getTime() + scanMs)
  await inTransaction(ctx, async (tx) => {
    await tx.prisma.$executeRaw(lockUser(userId))
    await tx.prisma.payeeBinding.deleteMany({ where: { userId } })
    await tx.prisma.payeeBinding.create({
      data: { id, userId, channel: bindingChannel, stateHash: stateHash(state), createdAt: now, expiresAt },
      select: { id: true },
    })
  })
  const bindingId = formatId('payeeBinding', id)
  return { bindingId, url, expiresAt: expiresAt.toISOString(), sandboxUrl: isSandbox ? url : null }
}
