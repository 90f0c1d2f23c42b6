import type { ChannelSettings } from '@mozhou/integrations/payments/registry'
import type { DomainEnvironment } from '../environment.ts'

/**
 * The channels' keys as the environment has them, each channel whole or not at all.
 * @throws Error that names what a channel lacks, or that no channel could reach us
 */
export function channelSettings(env: DomainEnvironment): ChannelSettings {
  const alipay = allOrNothing('ALIPAY', {
    ALIPAY_APP_ID: env.ALIPAY_APP_ID,
    ALIPAY_PRIVATE_KEY: env.ALIPAY_PRIVATE_KEY,
    ALIPAY_PUBLIC_KEY: env.ALIPAY_PUBLIC_KEY,
    ALIPAY_SELLER_ID: env.ALIPAY_SELLER_ID,
  })
  const serials = allOrNothing('ALIPAY certificates', {
    ALIPAY_APP_CERT_SN: env.ALIPAY_APP_CERT_SN,
    ALIPAY_ROOT_CERT_SN: env.ALIPAY_ROOT_CERT_SN,
  })
  const wechat = allOrNothing('WECHAT', {
    WECHAT_APP_ID: env.WECHAT_APP_ID,
    WECHAT_MCH_ID: env.WECHAT_MCH_ID,
    WECHAT_MCH_SERIAL: env.WECHAT_MCH_SERIAL,
    WECHAT_MCH_PRIVATE_KEY: env.WECHAT_MCH_PRIVATE_KEY,
    WECHAT_API_V3_KEY: env.WECHAT_API_V3_KEY,
  })
  const publicKey = allOrNothing('WECHAT_PAY_PUBLIC_KEY', {
    WECHAT_PAY_PUBLIC_KEY_ID: env.WECHAT_PAY_PUBLIC_KEY_ID,
    WECHAT_PAY_PUBLIC_KEY: env.WECHAT_PAY_PUBLIC_KEY,
  })
  if ((alipay || wechat) && env.PUBLIC_API_URL?.startsWith('https://') !== true)
    throw new Error('PUBLIC_API_URL must be the https address where the payment channels reach the API')
  return {
    sandboxUrl: env.SANDBOX_URL ?? null,
    alipay: alipay && {
      appId: alipay.ALIPAY_APP_ID,
      appPrivateKey: alipay.ALIPAY_PRIVATE_KEY,
      alipayPublicKey: alipay.ALIPAY_PUBLIC_KEY,
      sellerId: alipay.ALIPAY_SELLER_ID,
      offersAgreements: env.ALIPAY_AUTO_RENEWAL === '1',
      certificates: serials && { appSerial: serials.ALIPAY_APP_CERT_SN, rootSerial: serials.ALIPAY_ROOT_CERT_SN },
    },
    wechat: wechat && {
      appId: wechat.WECHAT_APP_ID,
      merchantId: wechat.WECHAT_MCH_ID,
      merchantSerial: wechat.WECHAT_MCH_SERIAL,
      merchantPrivateKey: wechat.WECHAT_MCH_PRIVATE_KEY,
      apiV3Key: wechat.WECHAT_API_V3_KEY,
      publicKey: publicKey && { id: publicKey.WECHAT_PAY_PUBLIC_KEY_ID, key: publicKey.WECHAT_PAY_PUBLIC_KEY },
      usesCertificates: publicKey === null,
      allowsH5: env.WECHAT_H5 === '1',
      offersTransfers: env.WECHAT_TRANSFERS === '1',
      appSecret: env.WECHAT_APP_SECRET ?? null,
    },
  }
}

function allOrNothing<Name extends string>(
  channel: string,
  values: Record<Name, string | undefined>,
): Record<Name, string> | null {
  if (isWhole(values)) return values
  const entries = Object.entries(values)
  const missing = entries.flatMap(([name, value]) => (value === undefined ? [name] : []))
  if (missing.length === entries.length) return null
  throw new Error(`${channel} is set in part: ${missing.join(', ')} missing`)
}

function isWhole<Name extends string>(values: Record<Name, string | undefined>): values is Record<Name, string> {
  return Object.values(values).every((value) => value !== undefined)
}
