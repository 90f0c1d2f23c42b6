import type { ChannelsContext } from '../payment-channels/channels-context.ts'
import type { OrderEffects } from './order-effects.ts'

/** What taking money needs besides: the channels that are set up, where they are to tell us, and what takes part in an order's course. */
export interface OrdersContext extends ChannelsContext {
  orderEffects: OrderEffects
}
