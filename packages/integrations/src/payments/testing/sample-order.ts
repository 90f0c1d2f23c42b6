import { randomInt } from 'node:crypto'
import type { PaymentOrder } from '../port.ts'

const minute = 60_000

/** A number nobody else has, as they look. */
export const newOrderNo = () => `R${Date.now()}${randomInt(100_000, 999_999)}`

export function sampleOrder(notifyUrl: string, more: Partial<PaymentOrder> = {}): PaymentOrder {
  return {
    orderNo: newOrderNo(),
    amountFen: 990,
    subject: '积分充值 100',
    expiresAt: new Date(Date.now() + 30 * minute),
    way: 'qr',
    notifyUrl,
    returnUrl: null,
    clientIp: '203.0.113.7',
    ...more,
  }
}
