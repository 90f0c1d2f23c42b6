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
  appCertSerial: string
  rootCertSerial: string
  merchantId: string
  merchantSerial: string
  merchantPrivateKey: string
  apiV3Key: string
  publicKeyId: string
  publicKey: string
  usesCertificates: boolean
  allowsH5: boolean
  offersTransfers: boolean
  appSecret: string
}

const empty: ChannelFormValues = {
  address: 'live',
  appId: '',
  sellerId: '',
  alipayPublicKey: '',
  appPrivateKey: '',
  offersAgreements: false,
  appCertSerial: '',
  rootCertSerial: '',
  merchantId: '',
  merchantSerial: '',
  merchantPrivateKey: '',
  apiV3Key: '',
  publicKeyId: '',
  publicKey: '',
  usesCertificates: false,
  allowsH5: false,
  offersTransfers: false,
  appSecret: '',
}

export function channelFormOf({ values }: Pick<ChannelAdminDto, 'values'>): ChannelFormValues {
  if (values === null) return empty
  const { channel: _channel, ...shown } = values
  return { ...empty, ...shown }
}

/** What the API is sent. */
export function channelInputOf(channel: PayChannel, values: ChannelFormValues) {
  const { sellerId, alipayPublicKey, appPrivateKey, offersAgreements, appCertSerial, rootCertSerial, ...rest } = values
  if (channel === 'wechat') return { channel, ...rest }
  const { address, appId } = rest
  const theirs = { sellerId, alipayPublicKey, appPrivateKey, offersAgreements, appCertSerial, rootCertSerial }
  return { channel, address, appId, ...theirs }
}
