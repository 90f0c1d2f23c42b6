import type { PayChannel } from '@mozhou/contracts/orders/kinds'
import type { PaymentChannel } from '@mozhou/integrations/payments/port'
import type { DomainContext } from '../context.ts'

/** What taking money needs besides: the channels that are set up, and where they are to tell us. */
export interface OrdersContext extends DomainContext {
  channels: Partial<Record<PayChannel, PaymentChannel>>
  /** Address of the API as the channels reach it, without a path. */
  publicApiUrl: string
}
