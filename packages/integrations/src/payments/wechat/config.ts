import type { KeyObject } from 'node:crypto'
import { PaymentFailure } from '@mozhou/contracts/payments/payment-failure'
import type { ChannelAccess } from '../channel-fetch.ts'
import { readPrivateKey, readPublicKey } from '../keys.ts'

export interface WechatConfig extends ChannelAccess {
  appId: string
  merchantId: string
  /** Signs what we send; PKCS#8 as their tool gives it. */
  merchantPrivateKey: string
  /** Serial number of the certificate that belongs to it, hexadecimal. */
  merchantSerial: string
  /** Exactly 32 bytes. Decrypts notices and certificates. */
  apiV3Key: string
  /** `PUB_KEY_ID_…` and its key: how new merchants check what they are told. */
  publicKey: { id: string; key: string } | null
  /** The older way, with certificates that are fetched and change. Both together while a merchant moves from one to the other. */
  usesCertificates: boolean
  /** Left out: WeChat Pay's own. */
  baseUrl?: string
  /** Payment in a phone's browser needs a permission of its own. */
  allowsH5: boolean
  /** Whether the merchant's contract has 商家转账; left out: it has not. */
  offersTransfers?: boolean
  /** Of the official account of `appId`; left out or null: it tells us of nobody who they are. */
  appSecret?: string | null
  isSandbox: boolean
}

export const liveBaseUrl = 'https://api.mch.weixin.qq.com'
const apiV3KeyBytes = 32

export interface WechatKeys {
  privateKey: KeyObject
  apiV3Key: Buffer
  publicKey: { id: string; key: KeyObject } | null
}

function misconfigured(vendorCode: string): PaymentFailure {
  return new PaymentFailure('misconfigured', { channel: 'wechat', vendorCode })
}

/** @throws PaymentFailure `misconfigured` for what cannot be right */
export function readWechatKeys(config: WechatConfig): WechatKeys {
  const apiV3Key = Buffer.from(config.apiV3Key, 'utf8')
  if (apiV3Key.length !== apiV3KeyBytes) throw misconfigured('malformed_api_v3_key')
  if (!/^[0-9A-F]{8,64}$/i.test(config.merchantSerial)) throw misconfigured('malformed_merchant_serial')
  if (!config.publicKey && !config.usesCertificates) throw misconfigured('no_verification_key')
  if (config.publicKey && !config.publicKey.id.startsWith('PUB_KEY_ID_')) throw misconfigured('malformed_public_key_id')
  return {
    privateKey: readPrivateKey('wechat', config.merchantPrivateKey),
    apiV3Key,
    publicKey: config.publicKey && {
      id: config.publicKey.id,
      key: readPublicKey('wechat', config.publicKey.key),
    },
  }
}
