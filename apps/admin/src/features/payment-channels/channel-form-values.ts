import type { PayChannel } from '@mozhou/contracts/orders/kinds'
import type { ChannelAdminDto } from '@mozhou/contracts/payments/answers'
import type { ChannelAddress } from '@mozhou/contracts/payments/kinds'

/** Boxes of both channels' forms, named as in the API's input. Secrets begin empty: what is stored is not shown. */
export interface ChannelFormValues {
  address: ChannelAddress
  appId: string
  sellerId: string
  alipayPublicKey: string
  appPrivateKey: string
  offersAgreements: boolean
  merchantId: string
  merchantSerial: string
  merchantPrivateKey: string
  apiV3Key: string
  publicKeyId: string
  publicKey: string
  usesCertificates: boolean
  allowsH5: boolean
}

const empty: ChannelFormValues = {
  address: 'live',
  appId: '',
  sellerId: '',
  alipayPublicKey: '',
  appPrivateKey: '',
  offersAgreements: false,
  merchantId: '',
  merchantSerial: '',
  merchantPrivateKey: '',
  apiV3Key: '',
  publicKeyId: '',
  publicKey: '',
  usesCertificates: false,
  allowsH5: false,
}

export function channelFormOf({ values }: Pick<ChannelAdminDto, 'values'>): ChannelFormValues {
  if (values === null) return empty
  const { channel: _channel, ...shown } = values
  return { ...empty, ...shown }
}

/** What the API is sent. */
export function channelInputOf(channel: PayChannel, values: ChannelFormValues) {
  const { address, appId } = values
  if (channel === 'alipay') {
    const { sellerId, alipayPublicKey, appPrivateKey, offersAgreements } = values
    return { channel, address, appId, sellerId, alipayPublicKey, appPrivateKey, offersAgreements }
  }
  const { sellerId: _, alipayPublicKey: __, appPrivateKey: ___, offersAgreements: ____, ...rest } = values
  return { channel, ...rest }
}
