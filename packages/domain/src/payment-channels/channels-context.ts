import type { PayChannel } from '@mozhou/contracts/orders/kinds'
import type { ChannelMaker } from '@mozhou/integrations/payments/channel-maker'
import type { PaymentChannel } from '@mozhou/integrations/payments/port'
import type { Channels } from '@mozhou/integrations/payments/registry'
import type { DomainContext } from '../context.ts'

export interface ChannelsContext extends DomainContext {
  /** As the environment has them, or the sandbox plays them; what an administrator set comes before (`channel-of.ts`). */
  channels: Partial<Record<PayChannel, PaymentChannel>>
  channelMaker: ChannelMaker
  /** The keys that `channels` are made of, where they are not the sandbox's. */
  environmentKeys: Channels['environmentKeys']
  /** Address of the API as the channels reach it, without a path. */
  publicApiUrl: string
}
