import type { PayChannel } from '@mozhou/contracts/orders/kinds'
import { AppError } from '@mozhou/contracts/errors'
import type { Transfers } from '@mozhou/integrations/payments/transfers'
import { channelOf } from '../payment-channels/channel-of.ts'
import type { ChannelsContext } from '../payment-channels/channels-context.ts'

/** A channel's way of paying people, offered or not: what was begun is asked about until it is over. @throws AppError CHANNEL_NOT_OFFERED */
export async function transfersOf(
  ctx: ChannelsContext,
  channel: PayChannel,
): Promise<Transfers & { isSandbox: boolean }> {
  const { transfers, isSandbox } = await channelOf(ctx, channel)
  if (!transfers) throw new AppError('CHANNEL_NOT_OFFERED')
  return { ...transfers, isSandbox }
}
