import { z } from 'zod'
import { payChannels } from '../orders/kinds.ts'
import { channelAddresses } from './kinds.ts'

/** Trimmed, of one form; the form that asks for it words the rule. */
function formed(pattern: RegExp, rule: string) {
  const fits = (text: string) => pattern.test(text)
  return z
    .string()
    .trim()
    .refine(fits, { message: `must fit ${String(pattern)}`, params: { rule } })
}

/** A key as a PEM or bare base64; whether it is one tells who can read it. */
const pem = z.string().trim().max(20_000)
/** Empty: the one in force stays. */
const secret = pem.default('')
const address = z.enum(channelAddresses).default('live')

/** The application's number, and `2088…`, whom the money is for. */
const alipayKeysInput = z.object({
  channel: z.literal('alipay'),
  appId: formed(/^\d{16}$/, 'digits_16'),
  sellerId: formed(/^2088\d{12}$/, 'seller_id'),
  alipayPublicKey: pem.min(1),
  appPrivateKey: secret,
  /** 周期扣款, which the merchant's contract has to have. */
  offersAgreements: z.boolean().default(false),
  /** Serial numbers of the app's certificate and of Alipay's root: with both, money goes out to people. */
  appCertSerial: formed(/^(?:[0-9a-f]{32})?$/i, 'alipay_serial').default(''),
  rootCertSerial: formed(/^(?:[0-9a-f]{32}(?:_[0-9a-f]{32})*)?$/i, 'alipay_serial').default(''),
  address,
})

const wechatKeysInput = z.object({
  channel: z.literal('wechat'),
  appId: formed(/^wx[0-9A-Za-z]{16}$/, 'wechat_app_id'),
  merchantId: formed(/^\d{8,10}$/, 'merchant_id'),
  /** Of the certificate that belongs to the merchant's key. */
  merchantSerial: formed(/^[0-9A-Fa-f]{8,64}$/, 'serial'),
  merchantPrivateKey: secret,
  apiV3Key: z
    .string()
    .trim()
    .refine((text) => text === '' || new TextEncoder().encode(text).length === 32, {
      message: 'must have 32 bytes',
      params: { rule: 'bytes_32' },
    })
    .default(''),
  /** How new merchants check what they are told; both or neither. */
  publicKeyId: formed(/^(?:PUB_KEY_ID_\w{4,64})?$/, 'public_key_id').default(''),
  publicKey: pem.default(''),
  /** The older way, and beside the key while a merchant moves from one to the other. */
  usesCertificates: z.boolean().default(false),
  allowsH5: z.boolean().default(false),
  /** 商家转账, which the merchant's contract has to have: money goes out to people. */
  offersTransfers: z.boolean().default(false),
  /** Of the official account: with it WeChat tells us who a person is there. Empty: the one in force stays. */
  appSecret: z
    .string()
    .trim()
    .refine((text) => text === '' || /^[0-9a-f]{32}$/i.test(text), {
      message: 'must be 32 hexadecimal digits',
      params: { rule: 'app_secret' },
    })
    .default(''),
  address,
})

const missing = { message: 'is needed', params: { rule: 'required' } }

/** Everything that a channel needs, as it stands in the form. */
export const channelKeysInput = z
  .discriminatedUnion('channel', [alipayKeysInput, wechatKeysInput])
  .refine((keys) => keys.channel === 'alipay' || keys.publicKeyId === '' || keys.publicKey !== '', {
    ...missing,
    path: ['publicKey'],
  })
  .refine((keys) => keys.channel === 'alipay' || keys.publicKey === '' || keys.publicKeyId !== '', {
    ...missing,
    path: ['publicKeyId'],
  })
  .refine((keys) => keys.channel === 'alipay' || keys.usesCertificates || keys.publicKey !== '', {
    message: 'is needed, or certificates',
    params: { rule: 'verification' },
    path: ['publicKey'],
  })
  .refine((keys) => keys.channel === 'wechat' || keys.appCertSerial === '' || keys.rootCertSerial !== '', {
    ...missing,
    path: ['rootCertSerial'],
  })
  .refine((keys) => keys.channel === 'wechat' || keys.rootCertSerial === '' || keys.appCertSerial !== '', {
    ...missing,
    path: ['appCertSerial'],
  })
export type ChannelKeysInput = z.output<typeof channelKeysInput>

const revision = z.number().int().min(0)

/** `revision`: the one that was read; a change that somebody else made meanwhile is not written over. */
export const saveChannelInput = z.object({ keys: channelKeysInput, revision })
export type SaveChannelInput = z.output<typeof saveChannelInput>

export const clearChannelInput = z.object({ channel: z.enum(payChannels), revision })
export type ClearChannelInput = z.output<typeof clearChannelInput>

export const switchChannelInput = z.object({ channel: z.enum(payChannels), isOn: z.boolean() })
export type SwitchChannelInput = z.output<typeof switchChannelInput>

/** `keys` null: the channel as it is in force. */
export const tryChannelInput = z.object({ channel: z.enum(payChannels), keys: channelKeysInput.nullable() })
export type TryChannelInput = z.output<typeof tryChannelInput>
