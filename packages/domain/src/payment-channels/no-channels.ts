import type { Channels } from '@mozhou/integrations/payments/registry'

/** For commands that take no money. */
export function noChannels(): Channels {
  const refuse = () => {
    throw new Error('this process talks to no payment channel')
  }
  return {
    channels: {},
    channelMaker: { make: refuse, keep: refuse, fingerprintOf: refuse },
    environmentKeys: { alipay: null, wechat: null },
  }
}
