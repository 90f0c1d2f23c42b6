import { z } from 'zod'
import { countAnswer, instantAnswer } from '../answers.ts'
import { idAnswer } from '../ids.ts'
import { moneyRefundKinds, moneyRefundStatuses, orderKinds, orderStatuses, payChannels } from '../orders/kinds.ts'
import { refundRefusals, refundWaits } from './kinds.ts'

export const refundQuoteAnswer = z
  .object({
    /** What would come back now. */
    amountFen: countAnswer,
    /** Credits that would be taken: all of the order that are left. */
    takenCredits: countAnswer,
    /** Null when something can come back. */
    refusal: z.enum(refundRefusals).nullable(),
    /** Null when it is sent at once; else why finance looks at it first. */
    waitsFor: z.enum(refundWaits).nullable(),
    paidFen: countAnswer,
    refundedFen: countAnswer,
    /** Of a recharge: credits that came with the order, and what of them was used. */
    credits: z.object({ given: countAnswer, used: countAnswer, usedFen: countAnswer }).nullable(),
    /** Of a membership: its days, and how many of them have begun. It would end at once. */
    period: z
      .object({
        totalDays: countAnswer,
        usedDays: countAnswer,
        endsAt: instantAnswer,
        /** What the begun days cost by the month; null where they cost their share of what was paid. */
        monthFen: countAnswer.nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'RefundQuote' })
export type RefundQuoteDto = z.output<typeof refundQuoteAnswer>

export const moneyRefundRowAnswer = z.object({
  id: idAnswer('moneyRefund'),
  kind: z.enum(moneyRefundKinds),
  status: z.enum(moneyRefundStatuses),
  amountFen: countAnswer,
  /** What the person confirmed; null where nobody asked. */
  askedFen: countAnswer.nullable(),
  takenCredits: countAnswer,
  reason: z.string(),
  note: z.string().nullable(),
  channel: z.enum(payChannels),
  refundNo: z.string(),
  user: z.object({ id: idAnswer('user'), username: z.string() }),
  order: z.object({
    id: idAnswer('order'),
    orderNo: z.string(),
    kind: z.enum(orderKinds),
    status: z.enum(orderStatuses),
    payableFen: countAnswer,
    credits: countAnswer.nullable(),
    planName: z.string().nullable(),
    paidAt: instantAnswer.nullable(),
  }),
  decidedBy: z.string().nullable(),
  decidedAt: instantAnswer.nullable(),
  decisionNote: z.string().nullable(),
  createdAt: instantAnswer,
  endedAt: instantAnswer.nullable(),
})
export type MoneyRefundRowDto = z.output<typeof moneyRefundRowAnswer>

export const moneyRefundAnswer = moneyRefundRowAnswer.extend({
  /** What may come back now, by the person's wish and by our fault; null once it is decided. */
  quote: refundQuoteAnswer.extend({ faultFen: countAnswer }).nullable(),
  /** Its run in the Temporal UI; null before it began, or where that address is not set. */
  workflowUrl: z.string().nullable(),
})
export type MoneyRefundDto = z.output<typeof moneyRefundAnswer>
