import { createHash } from 'node:crypto'
import type { PayChannel, PaymentSource } from '@mozhou/contracts/orders/kinds'

/** Money that a channel vouches for. */
export interface ArrivedMoney {
  channel: PayChannel
  transactionId: string
  amountFen: number
  currency: string
  payerId: string | null
  paidAt: Date
  source: PaymentSource
}

/** To find the same payer again without knowing them. */
export function payerHashOf({ channel, payerId }: ArrivedMoney): Uint8Array<ArrayBuffer> | null {
  return payerId === null ? null : new Uint8Array(createHash('sha256').update(`${channel}:${payerId}`).digest())
}
