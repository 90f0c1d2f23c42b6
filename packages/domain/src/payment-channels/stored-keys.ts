import { AppError } from '@mozhou/contracts/errors'
import type { PayChannel } from '@mozhou/contracts/orders/kinds'
import { channelAddresses, channelSecrets } from '@mozhou/contracts/payments/kinds'
import type { ChannelKeys } from '@mozhou/integrations/payments/channel-keys'
import { z } from 'zod'
import type { DomainContext } from '../context.ts'
import { storedPayChannel } from '../stored-columns.ts'
import type { ChannelsContext } from './channels-context.ts'

const text = z.string()
const address = z.enum(channelAddresses)

/** Columns `settings` and `secrets` together, as `sealKeys` parts them. */
const storedKeys = z.discriminatedUnion('channel', [
  z.object({
    channel: z.literal('alipay'),
    appId: text,
    sellerId: text,
    alipayPublicKey: text,
    appPrivateKey: text,
    offersAgreements: z.boolean(),
    // Rows of before money went out have none of it.
    certificates: z.object({ appSerial: text, rootSerial: text }).nullable().default(null),
    address,
  }),
  z.object({
    channel: z.literal('wechat'),
    appId: text,
    merchantId: text,
    merchantSerial: text,
    merchantPrivateKey: text,
    apiV3Key: text,
    publicKey: z.object({ id: text, key: text }).nullable(),
    usesCertificates: z.boolean(),
    allowsH5: z.boolean(),
    offersTransfers: z.boolean().default(false),
    appSecret: text.nullable().default(null),
    address,
  }),
]) satisfies z.ZodType<ChannelKeys>

const boundTo = (channel: PayChannel) => `payment_channels:${channel}`

/** @throws AppError CHANNEL_NOT_OFFERED where nothing is stored, CREDENTIALS_UNREADABLE */
export async function openKeys(ctx: Pick<DomainContext, 'prisma' | 'secrets'>, channel: PayChannel) {
  const row = await ctx.prisma.paymentChannel.findUnique({
    where: { channel },
    select: { settings: true, secrets: true, secretsKeyId: true },
  })
  if (!row?.secrets || row.secretsKeyId === null) throw new AppError('CHANNEL_NOT_OFFERED')
  const secrets: unknown = JSON.parse(ctx.secrets.open(row.secrets, row.secretsKeyId, boundTo(channel)))
  return storedKeys.parse({ ...z.looseObject({}).parse(row.settings), ...z.looseObject({}).parse(secrets) })
}

/** Columns that hold a channel's keys: what is no secret as it is, the rest sealed, with marks of it for people. */
export function sealKeys(ctx: Pick<ChannelsContext, 'secrets' | 'channelMaker'>, keys: ChannelKeys) {
  const { channel } = keys
  const names: readonly string[] = channelSecrets[channel]
  const part = (isSecret: boolean) =>
    Object.fromEntries(Object.entries(keys).filter(([name]) => names.includes(name) === isSecret))
  const { data, keyId } = ctx.secrets.seal(JSON.stringify(part(true)), boundTo(channel))
  return { settings: part(false), secrets: data, secretsKeyId: keyId, secretMarks: marksOf(ctx, keys) }
}

/** Seals every channel's secrets anew with the current encryption key. Safe to repeat or to break off. */
export async function rotateChannelKeys(ctx: DomainContext): Promise<{ rotated: number; unchanged: number }> {
  const rows = await ctx.prisma.paymentChannel.findMany({
    where: { secretsKeyId: { not: null } },
    select: { channel: true, secrets: true, secretsKeyId: true },
  })
  let rotated = 0
  for (const { channel, secrets, secretsKeyId } of rows) {
    if (!secrets || secretsKeyId === null || secretsKeyId === ctx.secrets.currentKeyId) continue
    const bound = boundTo(storedPayChannel(channel))
    const { data, keyId } = ctx.secrets.seal(ctx.secrets.open(secrets, secretsKeyId, bound), bound)
    // Only if nobody changed them meanwhile: theirs are the newer ones, and sealed with the current key already.
    const { count } = await ctx.prisma.paymentChannel.updateMany({
      where: { channel, secretsKeyId, secrets },
      data: { secrets: data, secretsKeyId: keyId },
    })
    rotated += count
  }
  return { rotated, unchanged: rows.length - rotated }
}

/** @throws PaymentFailure for a key that is none */
export function marksOf(ctx: Pick<ChannelsContext, 'channelMaker'>, keys: ChannelKeys): Record<string, string> {
  if (keys.channel === 'alipay') return { appPrivateKey: ctx.channelMaker.fingerprintOf('alipay', keys.appPrivateKey) }
  return {
    merchantPrivateKey: ctx.channelMaker.fingerprintOf('wechat', keys.merchantPrivateKey),
    apiV3Key: keys.apiV3Key.slice(-4),
    ...(typeof keys.appSecret === 'string' && { appSecret: keys.appSecret.slice(-4) }),
  }
}
