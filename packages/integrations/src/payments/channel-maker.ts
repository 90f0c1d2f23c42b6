import { createHash, createPublicKey } from 'node:crypto'
import { PaymentFailure } from '@mozhou/contracts/payments/payment-failure'
import { createAlipayChannel } from './alipay/alipay-channel.ts'
import type { ChannelKeys } from './channel-keys.ts'
import { readPrivateKey } from './keys.ts'
import type { Channel, PaymentChannel } from './port.ts'
import { createWechatChannel } from './wechat/wechat-channel.ts'

/** Makes channels of keys that are known only while the process runs. */
export interface ChannelMaker {
  /** @throws PaymentFailure `misconfigured` for keys that cannot be right, or for a sandbox that is not there */
  make(keys: ChannelKeys): PaymentChannel
  /**
   * The channel of a revision of its keys: one for the process, since it remembers certificates and nonces, and loaded with the first call.
   * @throws what `load` throws, and PaymentFailure like `make`
   */
  keep(channel: Channel, revision: number, load: () => Promise<ChannelKeys>): Promise<PaymentChannel>
  /** Of the public half, as SHA-256 of its SubjectPublicKeyInfo: what people compare with the channel's console. @throws PaymentFailure */
  fingerprintOf(channel: Channel, privateKey: string): string
}

interface Surroundings {
  sandboxUrl: string | null
  clock: { now(): Date }
}

export function createChannelMaker(surroundings: Surroundings): ChannelMaker {
  const kept = new Map<Channel, { revision: number; made: Promise<PaymentChannel> }>()
  const make = (keys: ChannelKeys) => makeChannel(surroundings, keys)
  return {
    make,
    keep(channel, revision, load) {
      const present = kept.get(channel)
      if (present?.revision === revision) return present.made
      const made = load().then(make)
      const entry = { revision, made }
      kept.set(channel, entry)
      // What could not be read now may be readable later.
      made.catch(() => {
        if (kept.get(channel) === entry) kept.delete(channel)
      })
      return made
    },
    fingerprintOf(channel, privateKey) {
      const spki = createPublicKey(readPrivateKey(channel, privateKey)).export({ type: 'spki', format: 'der' })
      return createHash('sha256').update(spki).digest('hex').slice(0, 16)
    },
  }
}

function makeChannel({ sandboxUrl, clock }: Surroundings, keys: ChannelKeys): PaymentChannel {
  if (keys.address === 'live') {
    const live = { network: 'public', isSandbox: false, clock } as const
    return keys.channel === 'alipay'
      ? createAlipayChannel({ ...keys, ...live })
      : createWechatChannel({ ...keys, ...live })
  }
  if (sandboxUrl === null) {
    throw new PaymentFailure('misconfigured', { channel: keys.channel, vendorCode: 'no_sandbox' })
  }
  const room = `${sandboxUrl.replace(/\/+$/, '')}/payments/${keys.channel}`
  const played = { network: 'private', isSandbox: true, clock } as const
  return keys.channel === 'alipay'
    ? createAlipayChannel({ ...keys, ...played, gateway: `${room}/gateway.do` })
    : createWechatChannel({ ...keys, ...played, baseUrl: room })
}
