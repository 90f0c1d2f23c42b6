import type { ChannelTrialDto } from '@mozhou/contracts/payments/answers'
import type { TryChannelInput } from '@mozhou/contracts/payments/inputs'
import { PaymentFailure } from '@mozhou/contracts/payments/payment-failure'
import type { PaymentChannel } from '@mozhou/integrations/payments/port'
import { newId } from '../new-id.ts'
import { channelOf } from './channel-of.ts'
import type { ChannelsContext } from './channels-context.ts'
import { completeKeys } from './complete-keys.ts'

const timeoutMs = 15_000

/**
 * Asks a channel about an order that does not exist: that it says so, signed, proves keys, signature and address. What stands in the form is
 * tried and not kept.
 * @throws AppError VALIDATION_FAILED {field, rule}, CHANNEL_NOT_OFFERED, CREDENTIALS_UNREADABLE
 */
export async function tryChannel(ctx: ChannelsContext, { channel, keys }: TryChannelInput): Promise<ChannelTrialDto> {
  return ask(keys === null ? await channelOf(ctx, channel) : (await completeKeys(ctx, keys)).channel)
}

async function ask(channel: PaymentChannel): Promise<ChannelTrialDto> {
  const startedAt = performance.now()
  const failure = await failureOf(channel)
  return {
    isOk: failure === null,
    latencyMs: Math.round(performance.now() - startedAt),
    failureKind: failure?.kind ?? null,
    vendorCode: failure?.details.vendorCode ?? null,
    vendorMessage: failure?.details.vendorMessage ?? null,
  }
}

async function failureOf(channel: PaymentChannel): Promise<PaymentFailure | null> {
  const orderNo = `T${newId().replaceAll('-', '').slice(1).toUpperCase()}`
  try {
    const { state } = await channel.query(orderNo, AbortSignal.timeout(timeoutMs))
    if (state === 'absent') return null
    return new PaymentFailure('unavailable', { channel: channel.channel, vendorCode: 'answer_to_another_order' })
  } catch (cause) {
    if (cause instanceof PaymentFailure) return cause
    if (cause instanceof Error && cause.name === 'TimeoutError')
      return new PaymentFailure('unavailable', { channel: channel.channel, vendorCode: 'timeout', cause })
    throw cause
  }
}
