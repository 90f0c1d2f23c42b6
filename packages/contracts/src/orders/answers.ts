import { z } from 'zod'
import { countAnswer, instantAnswer } from '../answers.ts'
import { idAnswer } from '../ids.ts'
import { planBenefits } from '../memberships/benefits.ts'
import {
  abnormalReasons,
  moneyRefundKinds,
  moneyRefundStatuses,
  orderKinds,
  orderStatuses,
  payChannels,
  payWays,
} from './kinds.ts'

export const planAnswer = z
  .object({
    id: idAnswer('plan'),
    key: z.string(),
    name: z.object({ zh: z.string(), en: z.string() }),
    months: countAnswer,
    priceFen: countAnswer,
    /** What the same months cost by the month, in fen. */
    monthlyPriceFen: countAnswer,
    /** Percent saved against paying by the month, rounded. */
    savedPercent: countAnswer,
    /** What its months bring, as an order of this moment freezes it. */
    benefits: planBenefits,
  })
  .meta({ id: 'Plan' })
export type PlanDto = z.output<typeof planAnswer>

const refundAnswer = z.object({
  id: idAnswer('moneyRefund'),
  status: z.enum(moneyRefundStatuses),
  kind: z.enum(moneyRefundKinds),
  amountFen: countAnswer,
  /** Credits that were taken back for it. */
  takenCredits: countAnswer,
  /** What finance said when it decided. */
  decisionNote: z.string().nullable(),
  createdAt: instantAnswer,
  endedAt: instantAnswer.nullable(),
})

export const orderAnswer = z
  .object({
    id: idAnswer('order'),
    /** What channels and bills call it. */
    orderNo: z.string(),
    kind: z.enum(orderKinds),
    status: z.enum(orderStatuses),
    /** What the list says, what was taken off it, and what is to be paid. */
    priceFen: countAnswer,
    offerDiscountFen: countAnswer,
    couponDiscountFen: countAnswer,
    payableFen: countAnswer,
    /** The coupon that it was made with. */
    coupon: z.object({ id: idAnswer('userCoupon'), name: z.string() }).nullable(),
    /** Of a recharge. */
    credits: countAnswer.nullable(),
    /** What a campaign gives on top of them, when it is paid; 0: nothing. */
    bonusCredits: countAnswer,
    /** Of a membership, as it was when it was ordered. */
    plan: z.object({ key: z.string(), name: z.string(), months: countAnswer, benefits: planBenefits }).nullable(),
    /** Period that a membership order opened. */
    period: z.object({ startsAt: instantAnswer, endsAt: instantAnswer }).nullable(),
    channel: z.enum(payChannels).nullable(),
    /** Played, no money moved. */
    isSandbox: z.boolean(),
    /** Made by an automatic renewal: there is nothing to be paid by hand. */
    isRenewal: z.boolean(),
    abnormalReason: z.enum(abnormalReasons).nullable(),
    createdAt: instantAnswer,
    expiresAt: instantAnswer,
    paidAt: instantAnswer.nullable(),
    closedAt: instantAnswer.nullable(),
    refunds: z.array(refundAnswer),
  })
  .meta({ id: 'Order' })
export type OrderDto = z.output<typeof orderAnswer>

export const paymentStartAnswer = z
  .object({
    channel: z.enum(payChannels),
    way: z.enum(payWays),
    /** To be shown as a QR code. */
    qrText: z.string().nullable(),
    /** To be opened by the browser. */
    redirectUrl: z.string().nullable(),
    expiresAt: instantAnswer,
    isSandbox: z.boolean(),
    /** Where the sandbox plays the payer's phone; null with real money. */
    playUrl: z.string().nullable(),
  })
  .meta({ id: 'PaymentStart' })
export type PaymentStartDto = z.output<typeof paymentStartAnswer>

export const channelsAnswer = z
  .object({ channels: z.array(z.object({ channel: z.enum(payChannels), isSandbox: z.boolean() })) })
  .meta({ id: 'PayChannels' })
export type ChannelsDto = z.output<typeof channelsAnswer>
