import type { ChannelsContext } from '../payment-channels/channels-context.ts'

/** What taking money needs besides: the channels that are set up, and where they are to tell us. */
export type OrdersContext = ChannelsContext
