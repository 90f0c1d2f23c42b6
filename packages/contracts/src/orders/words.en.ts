import type { ordersErrors } from './errors.ts'

export const ordersErrorsEn = {
  ORDER_NOT_FOUND: 'There is no such order. Look in your list of orders.',
  ORDER_NOT_PENDING:
    'This order no longer waits for payment; nothing was charged again. Reload to see where it stands.',
  ORDER_PRICE_CHANGED:
    'The price has changed: ¥{{ payable }} is to be paid now. Nothing was ordered or charged. Look at the new price and confirm again.',
  ORDER_BONUS_CHANGED:
    'What comes with it has changed: {{ bonus }} bonus credits now. Nothing was ordered or charged. Have a look and confirm again.',
  ORDER_HAS_COUPON:
    'This order has a coupon already; its price is as it was. Cancel it and order again to use another.',
  ORDER_PAYMENT_BEGUN:
    'The payment of this order has begun, so its amount stays; the coupon was not used. Cancel it and order again with the coupon.',
  TOO_MANY_PENDING_ORDERS: 'You have {{ limit }} unpaid orders; no new one was made. Pay or cancel one of them first.',
  RESOLUTION_UNFIT:
    'This order cannot be settled like that now; nothing was changed. Reload and choose by how it stands.',
  PLAN_CHANGED: 'Somebody else has just changed this plan; your change was not saved. Reload and make it again.',
  PLAN_NOT_FOUND: 'There is no such plan; nothing was changed. Reload the list of plans.',
  PLAN_NOT_ON_SALE: 'This plan is no longer sold; nothing was ordered or charged. Reload and choose another.',
  CHANNEL_UNAVAILABLE:
    'The payment channel does not answer; nothing was charged and the order is kept. Try again in {{ wait }}, or pay another way.',
  CHANNEL_NOT_OFFERED: 'This way of paying is not offered yet; nothing was charged. Choose another.',
} satisfies Record<keyof typeof ordersErrors, string>
