export const orderKinds = ['recharge', 'membership'] as const
export type OrderKind = (typeof orderKinds)[number]

/** `fulfilled`: paid, and what was paid for is there; both come about in one transaction. */
export const orderStatuses = ['pending', 'fulfilled', 'closed', 'partially_refunded', 'refunded'] as const
export type OrderStatus = (typeof orderStatuses)[number]

export const payChannels = ['alipay', 'wechat'] as const
export type PayChannel = (typeof payChannels)[number]

export function isPayChannel(name: unknown): name is PayChannel {
  return payChannels.some((channel) => channel === name)
}

/** `qr`: scanned with a phone; `page`: the channel's own page on a computer; `wap`: its page on a phone. */
export const payWays = ['qr', 'page', 'wap'] as const
export type PayWay = (typeof payWays)[number]

/** How a payment was begun: chosen by the payer, or by an agreement of theirs. */
export const startWays = [...payWays, 'agreement'] as const

/** How a payment was found out. */
export const paymentSources = ['notice', 'query', 'bill', 'free'] as const
export type PaymentSource = (typeof paymentSources)[number]

/** `surplus`: of an order that was paid already, or closed; it goes back. `held`: of another amount than its order, for a person to decide. */
export const paymentStatuses = ['accepted', 'surplus', 'held'] as const
export type PaymentStatus = (typeof paymentStatuses)[number]

/** Why a person has to look at an order; a flag beside its status. */
export const abnormalReasons = [
  'amount_mismatch',
  'unknown_order',
  'paid_twice',
  'paid_after_close',
  'refund_abnormal',
  'refunded_outside',
] as const
export type AbnormalReason = (typeof abnormalReasons)[number]

/**
 * What a person does about such an order. `refund`: what arrived goes back. `accept`: it counts as paid, whatever arrived. `refund_again`: a refund that
 * did not go through is made again under a new number, once the channel has said what became of the old one. `settled_elsewhere`:
 * the money was given back or found outside of here, and the note says how. `seen`: nothing is left to do.
 */
export const abnormalResolutions = ['refund', 'accept', 'refund_again', 'settled_elsewhere', 'seen'] as const
export type AbnormalResolution = (typeof abnormalResolutions)[number]

/** Of a refund of money; `unknown` is asked about under the same number until the channel knows. */
export const moneyRefundStatuses = [
  'requested',
  'reserved',
  'submitted',
  'succeeded',
  'failed',
  'rejected',
  'abnormal',
] as const
export type MoneyRefundStatus = (typeof moneyRefundStatuses)[number]

/** `surplus`: of a payment that no order needed; `request`: what a person asked for; `external`: made at the channel, found out by us. */
export const moneyRefundKinds = ['surplus', 'request', 'external'] as const
export type MoneyRefundKind = (typeof moneyRefundKinds)[number]

/** What was done with a notice of a channel. */
export const noticeVerdicts = ['received', 'applied', 'repeated', 'refused'] as const
export type NoticeVerdict = (typeof noticeVerdicts)[number]
