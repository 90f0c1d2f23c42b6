import { z } from 'zod'
import { countAnswer, instantAnswer } from '../answers.ts'
import { payChannels } from '../orders/kinds.ts'
import { channelAddresses, channelSecrets, keyOrigins } from './kinds.ts'
import { paymentFailureKinds } from './payment-failure.ts'

const secretAnswer = z.object({
  name: z.enum([...channelSecrets.alipay, ...channelSecrets.wechat]),
  /** Fingerprint of a key, last four characters of a word. */
  mark: z.string(),
})

/** What may be seen of a channel's keys: all that is no secret. */
const valuesAnswer = z.discriminatedUnion('channel', [
  z.object({
    channel: z.literal('alipay'),
    appId: z.string(),
    sellerId: z.string(),
    alipayPublicKey: z.string(),
    offersAgreements: z.boolean(),
    appCertSerial: z.string(),
    rootCertSerial: z.string(),
    address: z.enum(channelAddresses),
  }),
  z.object({
    channel: z.literal('wechat'),
    appId: z.string(),
    merchantId: z.string(),
    merchantSerial: z.string(),
    publicKeyId: z.string(),
    publicKey: z.string(),
    usesCertificates: z.boolean(),
    allowsH5: z.boolean(),
    offersTransfers: z.boolean(),
    address: z.enum(channelAddresses),
  }),
])
export type ChannelValuesDto = z.output<typeof valuesAnswer>

const channelAdminAnswer = z.object({
  channel: z.enum(payChannels),
  /** Offered at checkout, if it has keys. */
  isOn: z.boolean(),
  /** Null: nothing is set, and no sandbox plays it. */
  origin: z.enum(keyOrigins).nullable(),
  isSandbox: z.boolean(),
  /** What is stored cannot be opened with the keys of this installation, or is none. */
  isUnreadable: z.boolean(),
  values: valuesAnswer.nullable(),
  secrets: z.array(secretAnswer),
  /** Where the channel is to tell us, for its own console. */
  notifyUrl: z.string(),
  /** Whether there is a sandbox to choose as address. */
  hasSandbox: z.boolean(),
  revision: countAnswer,
  updatedAt: instantAnswer.nullable(),
})
export type ChannelAdminDto = z.output<typeof channelAdminAnswer>

/** What became of asking a channel about an order that does not exist. */
const channelTrialAnswer = z.object({
  isOk: z.boolean(),
  latencyMs: countAnswer,
  failureKind: z.enum(paymentFailureKinds).nullable(),
  vendorCode: z.string().nullable(),
  vendorMessage: z.string().nullable(),
})
export type ChannelTrialDto = z.output<typeof channelTrialAnswer>
