import type { PayChannel } from '@mozhou/contracts/orders/kinds'
import { offeredChannels } from '../payment-channels/channel-of.ts'
import type { ChannelsContext } from '../payment-channels/channels-context.ts'

/** Channels that are set up and pay people. */
export async function payoutChannels(ctx: ChannelsContext): Promise<PayChannel[]> {
  const offered = await offeredChannels(ctx)
  return offered.flatMap(({ channel, transfers }) => (transfers?.isOffered === true ? [channel] : []))
}
