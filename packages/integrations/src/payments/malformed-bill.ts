import { PaymentFailure } from '@mozhou/contracts/payments/payment-failure'
import type { Channel } from './port.ts'

/** A bill that cannot be read whole is none: half of one would look like money gone. It is asked for again. */
export function malformedBill(channel: Channel, vendorCode: string): PaymentFailure {
  return new PaymentFailure('unavailable', { channel, vendorCode })
}
