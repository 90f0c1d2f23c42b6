import { AppError } from '@mozhou/contracts/errors'
import type { PayChannel } from '@mozhou/contracts/orders/kinds'
import type { ChannelKeysInput } from '@mozhou/contracts/payments/inputs'
import { PaymentFailure } from '@mozhou/contracts/payments/payment-failure'
import type { ChannelKeys } from '@mozhou/integrations/payments/channel-keys'
import type { PaymentChannel } from '@mozhou/integrations/payments/port'
import { channelStates } from './channel-states.ts'
import type { ChannelsContext } from './channels-context.ts'
import { openKeys } from './stored-keys.ts'

/** The keys in force, an administrator's or the environment's; null where the sandbox plays the channel, or nobody does. */
async function keysInForce(ctx: ChannelsContext, channel: PayChannel): Promise<ChannelKeys | null> {
  const states = await channelStates(ctx)
  if (states.some((state) => state.channel === channel && state.hasKeys)) return openKeys(ctx, channel)
  return keysOfEnvironment(ctx, channel)
}

export function keysOfEnvironment({ environmentKeys }: ChannelsContext, channel: PayChannel): ChannelKeys | null {
  const { alipay, wechat } = environmentKeys
  if (channel === 'alipay') return alipay && { channel, address: 'live', ...alipay }
  return wechat && { channel, address: 'live', ...wechat }
}

/**
 * What stands in the form, with the secrets in force where it leaves them empty, and the channel that it makes.
 * @throws AppError VALIDATION_FAILED {field, rule} for what is missing or cannot be right
 */
export async function completeKeys(
  ctx: ChannelsContext,
  input: ChannelKeysInput,
): Promise<{ keys: ChannelKeys; channel: PaymentChannel }> {
  const held = await keysInForce(ctx, input.channel).catch((cause: unknown) => {
    // What cannot be opened any more is entered anew.
    if (cause instanceof AppError && cause.code === 'CREDENTIALS_UNREADABLE') return null
    throw cause
  })
  if (input.address === 'sandbox' && ctx.settings.sandboxUrl === null) throw refusal('address', 'no_sandbox')
  if (input.address === 'live' && !ctx.publicApiUrl.startsWith('https://')) throw refusal('address', 'public_api_url')
  const keys = merge(input, held)
  try {
    return { keys, channel: ctx.channelMaker.make(keys) }
  } catch (cause) {
    throw refusalOf(keys.channel, cause)
  }
}

function merge(input: ChannelKeysInput, held: ChannelKeys | null): ChannelKeys {
  const secretOf = (field: string, entered: string, kept: string | undefined) => {
    if (entered !== '') return entered
    if (kept === undefined) throw refusal(field, 'required')
    return kept
  }
  if (input.channel === 'alipay') {
    const { appCertSerial: appSerial, rootCertSerial: rootSerial, ...rest } = input
    const kept = held?.channel === 'alipay' ? held.appPrivateKey : undefined
    const certificates = appSerial === '' ? null : { appSerial, rootSerial }
    return { ...rest, certificates, appPrivateKey: secretOf('appPrivateKey', input.appPrivateKey, kept) }
  }
  const { publicKeyId, publicKey, ...rest } = input
  const kept = held?.channel === 'wechat' ? held : null
  return {
    ...rest,
    merchantPrivateKey: secretOf('merchantPrivateKey', input.merchantPrivateKey, kept?.merchantPrivateKey),
    apiV3Key: secretOf('apiV3Key', input.apiV3Key, kept?.apiV3Key),
    // Nobody has to have one.
    appSecret: input.appSecret === '' ? (kept?.appSecret ?? null) : input.appSecret,
    publicKey: publicKey === '' ? null : { id: publicKeyId, key: publicKey },
  }
}

/** Where the adapters' own words about keys belong in the form. */
const fieldOf: Record<PayChannel, Record<string, [field: string, rule: string]>> = {
  alipay: {
    malformed_private_key: ['appPrivateKey', 'rsa_private_key'],
    malformed_public_key: ['alipayPublicKey', 'rsa_public_key'],
    own_public_key: ['alipayPublicKey', 'own_public_key'],
  },
  wechat: {
    malformed_private_key: ['merchantPrivateKey', 'rsa_private_key'],
    malformed_public_key: ['publicKey', 'rsa_public_key'],
    malformed_api_v3_key: ['apiV3Key', 'bytes_32'],
    malformed_merchant_serial: ['merchantSerial', 'serial'],
    malformed_public_key_id: ['publicKeyId', 'public_key_id'],
    no_verification_key: ['publicKey', 'verification'],
  },
}

function refusalOf(channel: PayChannel, cause: unknown): unknown {
  if (!(cause instanceof PaymentFailure)) return cause
  const [field, rule] = fieldOf[channel][cause.details.vendorCode ?? ''] ?? ['address', 'other']
  return refusal(field, rule, cause)
}

function refusal(field: string, rule: string, cause?: unknown): AppError {
  return new AppError('VALIDATION_FAILED', { field, rule }, { cause })
}
