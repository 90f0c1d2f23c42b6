import { later, refusal } from '../error-row.ts'
import type { ErrorRow } from '../error-row.ts'

export const ordersErrors = {
  ORDER_NOT_FOUND: refusal('NOT_FOUND', 404),
  ORDER_NOT_PENDING: refusal('CONFLICT', 409),
  ORDER_PRICE_CHANGED: refusal('CONFLICT', 409),
  ORDER_BONUS_CHANGED: refusal('CONFLICT', 409),
  ORDER_HAS_COUPON: refusal('CONFLICT', 409),
  ORDER_PAYMENT_BEGUN: refusal('CONFLICT', 409),
  TOO_MANY_PENDING_ORDERS: refusal('CONFLICT', 409),
  RESOLUTION_UNFIT: refusal('CONFLICT', 409),
  PLAN_CHANGED: refusal('CONFLICT', 409),
  PLAN_NOT_FOUND: refusal('NOT_FOUND', 404),
  PLAN_NOT_ON_SALE: refusal('CONFLICT', 409),
  CHANNEL_UNAVAILABLE: later('SERVICE_UNAVAILABLE', 503),
  CHANNEL_NOT_OFFERED: refusal('PRECONDITION_FAILED', 412),
} satisfies Record<string, ErrorRow>
