import type { AlipayKeys, WechatKeys } from './channel-keys.ts'
import { createChannelMaker } from './channel-maker.ts'
import type { ChannelMaker } from './channel-maker.ts'
import type { Channel, PaymentChannel } from './port.ts'
import { createSandboxChannel } from './sandbox-channel.ts'

/** What a merchant has from the channels; a channel without is played by the sandbox, where there is one. */
export interface ChannelSettings {
  alipay: AlipayKeys | null
  wechat: WechatKeys | null
  sandboxUrl: string | null
}

export interface Channels {
  channels: Partial<Record<Channel, PaymentChannel>>
  channelMaker: ChannelMaker
  environmentKeys: Pick<ChannelSettings, Channel>
}

/** @throws PaymentFailure `misconfigured` for keys that cannot be right */
export function createChannels({ alipay, wechat, sandboxUrl }: ChannelSettings, clock: { now(): Date }): Channels {
  const channelMaker = createChannelMaker({ sandboxUrl, clock })
  const played = (channel: Channel) =>
    sandboxUrl === null ? {} : { [channel]: createSandboxChannel({ sandboxUrl, channel, clock }) }
  const channels = {
    ...(alipay ? { alipay: channelMaker.make({ channel: 'alipay', address: 'live', ...alipay }) } : played('alipay')),
    ...(wechat ? { wechat: channelMaker.make({ channel: 'wechat', address: 'live', ...wechat }) } : played('wechat')),
  }
  return { channels, channelMaker, environmentKeys: { alipay, wechat } }
}
