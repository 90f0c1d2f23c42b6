import { AppError } from '@mozhou/contracts/errors'
import { payChannels } from '@mozhou/contracts/orders/kinds'
import type { PayChannel } from '@mozhou/contracts/orders/kinds'
import type { PaymentChannel } from '@mozhou/integrations/payments/port'
import { channelStates } from './channel-states.ts'
import type { ChannelState } from './channel-states.ts'
import type { ChannelsContext } from './channels-context.ts'
import { openKeys } from './stored-keys.ts'

/**
 * A channel as it is set up now, switched off or not: orders of before are asked about and paid back until they are over.
 * @throws AppError CHANNEL_NOT_OFFERED, CREDENTIALS_UNREADABLE; PaymentFailure for keys that cannot be right
 */
export async function channelOf(ctx: ChannelsContext, channel: PayChannel): Promise<PaymentChannel> {
  const found = await findChannel(ctx, channel)
  if (!found) throw new AppError('CHANNEL_NOT_OFFERED')
  return found
}

/** Null for one that nobody set up. @throws like `channelOf` */
export async function findChannel(ctx: ChannelsContext, channel: PayChannel): Promise<PaymentChannel | null> {
  return channelIn(ctx, channel, await channelStates(ctx))
}

/** Those that there are, for their bills. */
export async function channelsSetUp(ctx: ChannelsContext): Promise<PayChannel[]> {
  const states = await channelStates(ctx)
  return payChannels.filter((channel) => stateOf(states, channel).hasKeys || ctx.channels[channel] !== undefined)
}

/** Those that a person may pay by; one whose keys cannot be read is left out, and logged. */
export async function offeredChannels(ctx: ChannelsContext): Promise<PaymentChannel[]> {
  const states = await channelStates(ctx)
  const on = payChannels.filter((channel) => stateOf(states, channel).isOn)
  const found = await Promise.all(
    on.map((channel) =>
      channelIn(ctx, channel, states).catch((cause: unknown) => {
        ctx.log.error({ err: cause, channel }, 'a payment channel cannot be made of its keys')
        return null
      }),
    ),
  )
  return found.filter((channel) => channel !== null)
}

/** Whether a channel takes money by agreement, at checkout or not: one that is down for a day ends nobody's agreement. @throws like `channelOf` */
export async function takesAgreements(ctx: ChannelsContext, channel: PayChannel): Promise<boolean> {
  return (await findChannel(ctx, channel))?.agreements?.isOffered === true
}

/** @throws AppError CHANNEL_NOT_OFFERED for one that is switched off or not there */
export async function offeredChannel(ctx: ChannelsContext, channel: PayChannel): Promise<PaymentChannel> {
  const states = await channelStates(ctx)
  const found = stateOf(states, channel).isOn ? await channelIn(ctx, channel, states) : null
  if (!found) throw new AppError('CHANNEL_NOT_OFFERED')
  return found
}

async function channelIn(
  ctx: ChannelsContext,
  channel: PayChannel,
  states: readonly ChannelState[],
): Promise<PaymentChannel | null> {
  const { hasKeys, revision } = stateOf(states, channel)
  if (!hasKeys) return ctx.channels[channel] ?? null
  return ctx.channelMaker.keep(channel, revision, () => openKeys(ctx, channel))
}

function stateOf(states: readonly ChannelState[], channel: PayChannel): ChannelState {
  const unsaid = { channel, isOn: true, hasKeys: false, revision: 0 }
  return states.find((state) => state.channel === channel) ?? unsaid
}
