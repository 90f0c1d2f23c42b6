import type { ChannelAddress } from '@mozhou/contracts/payments/kinds'

export interface AlipayKeys {
  appId: string
  appPrivateKey: string
  alipayPublicKey: string
  sellerId: string
  /** 周期扣款 is in the merchant's contract. */
  offersAgreements: boolean
  /** Serial numbers in certificate mode, in which alone money goes out; left out: none does. */
  certificates?: { appSerial: string; rootSerial: string } | null
}

export interface WechatKeys {
  appId: string
  merchantId: string
  merchantSerial: string
  merchantPrivateKey: string
  apiV3Key: string
  publicKey: { id: string; key: string } | null
  usesCertificates: boolean
  allowsH5: boolean
  /** 商家转账 is in the merchant's contract; left out: it is not. */
  offersTransfers?: boolean
  /** Of the official account whose app id it is: with it WeChat tells us who a person is there. Left out or null: it does not. */
  appSecret?: string | null
}

/** `sandbox`: this machine's own plays the channel, with a merchant of its own. */
interface Reached {
  address: ChannelAddress
}

/** Everything that one channel needs. */
export type ChannelKeys =
  | ({ channel: 'alipay' } & AlipayKeys & Reached)
  | ({ channel: 'wechat' } & WechatKeys & Reached)
