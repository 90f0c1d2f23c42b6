import { AppError } from '@mozhou/contracts/errors'
import type { PayChannel } from '@mozhou/contracts/orders/kinds'
import type { PaymentChannel } from '@mozhou/integrations/payments/port'
import type { OrdersContext } from './orders-context.ts'

/** @throws AppError CHANNEL_NOT_OFFERED */
export function channelOf({ channels }: Pick<OrdersContext, 'channels'>, channel: PayChannel): PaymentChannel {
  const found = channels[channel]
  if (!found) throw new AppError('CHANNEL_NOT_OFFERED')
  return found
}
