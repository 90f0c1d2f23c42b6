import { payChannels } from '@mozhou/contracts/orders/kinds'
import type { PayChannel } from '@mozhou/contracts/orders/kinds'
import type { ChannelAdminDto, ChannelValuesDto } from '@mozhou/contracts/payments/answers'
import { channelSecrets } from '@mozhou/contracts/payments/kinds'
import type { ChannelKeys } from '@mozhou/integrations/payments/channel-keys'
import type { ChannelsContext } from './channels-context.ts'
import { keysOfEnvironment } from './complete-keys.ts'
import { notifyUrlOf } from './notify-url.ts'
import { marksOf, openKeys } from './stored-keys.ts'

/** Every channel as operators see it: what is no secret, and marks of what is. Read from the rows, not from a cache. */
export async function listChannels(ctx: ChannelsContext): Promise<ChannelAdminDto[]> {
  return Promise.all(payChannels.map((channel) => getChannel(ctx, channel)))
}

export async function getChannel(ctx: ChannelsContext, channel: PayChannel): Promise<ChannelAdminDto> {
  const row = await ctx.prisma.paymentChannel.findUnique({
    where: { channel },
    select: { isOn: true, secretsKeyId: true, revision: true, updatedAt: true },
  })
  const isOurs = (row?.secretsKeyId ?? null) !== null
  const keys = isOurs ? await readable(ctx, channel) : keysOfEnvironment(ctx, channel)
  const isPlayed = !isOurs && keys === null && ctx.channels[channel] !== undefined
  return {
    channel,
    isOn: row?.isOn ?? true,
    origin: originOf({ isOurs, isPlayed, isSet: keys !== null }),
    isSandbox: isPlayed || keys?.address === 'sandbox',
    isUnreadable: isOurs && keys === null,
    values: keys && valuesOf(keys),
    secrets: keys ? secretsOf(ctx, keys) : [],
    notifyUrl: notifyUrlOf(ctx, channel),
    hasSandbox: ctx.settings.sandboxUrl !== null,
    revision: row?.revision ?? 0,
    updatedAt: row?.updatedAt.toISOString() ?? null,
  }
}

function originOf({ isOurs, isPlayed, isSet }: { isOurs: boolean; isPlayed: boolean; isSet: boolean }) {
  if (isOurs) return 'admin'
  if (isPlayed) return 'sandbox'
  return isSet ? 'environment' : null
}

/** Null for what cannot be opened, or does not make a channel: it is entered anew. */
async function readable(ctx: ChannelsContext, channel: PayChannel): Promise<ChannelKeys | null> {
  try {
    const keys = await openKeys(ctx, channel)
    ctx.channelMaker.make(keys)
    return keys
  } catch (cause) {
    ctx.log.error({ err: cause, channel }, 'the stored keys of a payment channel cannot be read')
    return null
  }
}

function secretsOf(ctx: ChannelsContext, keys: ChannelKeys): ChannelAdminDto['secrets'] {
  const marks = marksOf(ctx, keys)
  return channelSecrets[keys.channel].flatMap((name) => {
    const mark = marks[name]
    return mark === undefined ? [] : [{ name, mark }]
  })
}

function valuesOf(keys: ChannelKeys): ChannelValuesDto {
  if (keys.channel === 'alipay') {
    const { channel, appId, sellerId, alipayPublicKey, offersAgreements, certificates, address } = keys
    const serials = { appCertSerial: certificates?.appSerial ?? '', rootCertSerial: certificates?.rootSerial ?? '' }
    return { channel, appId, sellerId, alipayPublicKey, offersAgreements, ...serials, address }
  }
  const { channel, appId, merchantId, merchantSerial, publicKey, usesCertificates, allowsH5, address } = keys
  const theirs = { publicKeyId: publicKey?.id ?? '', publicKey: publicKey?.key ?? '' }
  const offersTransfers = keys.offersTransfers ?? false
  return { channel, appId, merchantId, merchantSerial, ...theirs, usesCertificates, allowsH5, offersTransfers, address }
}
