import { createAlipayChannel } from './alipay/alipay-channel.ts'
import type { Channel, PaymentChannel } from './port.ts'
import { createSandboxChannel } from './sandbox-channel.ts'
import { createWechatChannel } from './wechat/wechat-channel.ts'

/** What a merchant has from the channels; a channel without is played by the sandbox, where there is one. */
export interface ChannelSettings {
  alipay: {
    appId: string
    appPrivateKey: string
    alipayPublicKey: string
    sellerId: string
    offersAgreements: boolean
  } | null
  wechat: {
    appId: string
    merchantId: string
    merchantSerial: string
    merchantPrivateKey: string
    apiV3Key: string
    publicKey: { id: string; key: string } | null
    allowsH5: boolean
  } | null
  sandboxUrl: string | null
}

/** @throws PaymentFailure `misconfigured` for keys that cannot be right */
export function createChannels(
  { alipay, wechat, sandboxUrl }: ChannelSettings,
  clock: { now(): Date },
): Partial<Record<Channel, PaymentChannel>> {
  const live = { network: 'public', isSandbox: false, clock } as const
  const played = (channel: Channel) =>
    sandboxUrl === null ? {} : { [channel]: createSandboxChannel({ sandboxUrl, channel, clock }) }
  return {
    ...(alipay ? { alipay: createAlipayChannel({ ...alipay, ...live }) } : played('alipay')),
    ...(wechat
      ? { wechat: createWechatChannel({ ...wechat, usesCertificates: wechat.publicKey === null, ...live }) }
      : played('wechat')),
  }
}
