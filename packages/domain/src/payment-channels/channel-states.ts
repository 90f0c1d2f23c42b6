import { payChannels } from '@mozhou/contracts/orders/kinds'
import { z } from 'zod'
import type { DomainContext } from '../context.ts'
import { dropEpochCache, readEpochCache, writeEpochCache } from '../epoch-cache.ts'
import { storedPayChannel } from '../stored-columns.ts'

/** What an administrator said of a channel. No keys: those are read and opened only where a channel is made of them. */
const channelState = z.object({
  channel: z.enum(payChannels),
  isOn: z.boolean(),
  hasKeys: z.boolean(),
  revision: z.number(),
})
export type ChannelState = z.output<typeof channelState>
const storedStates = z.array(channelState)

const keys = { value: 'payments:{channels}:v1', epoch: 'payments:{channels}:epoch' }
/** Changes invalidate at once; the limit only bounds how long a lost invalidation can matter. */
const cacheSeconds = 30

/** Asked for with every call of a channel: a change counts in every process with the next one. */
export async function channelStates(ctx: DomainContext): Promise<ChannelState[]> {
  const { text, epoch } = await readEpochCache(ctx, keys)
  if (text !== null) return storedStates.parse(JSON.parse(text))
  const rows = await ctx.prisma.paymentChannel.findMany({
    select: { channel: true, isOn: true, secretsKeyId: true, revision: true },
  })
  const states = rows.map(({ channel, secretsKeyId, ...row }) => ({
    ...row,
    channel: storedPayChannel(channel),
    hasKeys: secretsKeyId !== null,
  }))
  if (epoch !== null) await writeEpochCache(ctx, keys, { text: JSON.stringify(states), epoch, seconds: cacheSeconds })
  return states
}

/** Call after the commit of every change of a channel. */
export async function invalidateChannels(ctx: DomainContext): Promise<void> {
  await dropEpochCache(ctx, keys, 4 * cacheSeconds)
}
